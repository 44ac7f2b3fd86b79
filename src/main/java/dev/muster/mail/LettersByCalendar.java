package dev.muster.mail;

/** Work that writes letters when their day has come, without anybody having asked for it then. */
public interface LettersByCalendar {

    /** Tells whether it would write any now. */
    boolean areDue();
}
