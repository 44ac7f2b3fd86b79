package dev.muster.imports;

import java.util.Locale;

/** Why an undo leaves something as it is. The order is that in which people read about them. */
public enum KeptReason {
    JOINED(Subject.MEMBER),
    OPTED_OUT(Subject.MEMBER),
    ARCHIVED(Subject.MEMBER),
    LOCKED(Subject.MEMBER),
    /** Somebody invited the member besides, or the member asked for it. */
    INVITED(Subject.MEMBER),
    /** A field or a group is not as the import left it. */
    EDITED(Subject.MEMBER),
    /** The field is not as the import left it. */
    CHANGED(Subject.VALUE),
    /** There is no such field any more. */
    FIELD_DELETED(Subject.VALUE),
    /** The field takes one value now, and there were several. */
    ONE_VALUE(Subject.VALUE),
    /** The letter has left. */
    SENT(Subject.INVITATION);

    /** What is left as it is. */
    public enum Subject {
        /** A member that the import created. */
        MEMBER,
        /** A field of somebody who was in the hub before. */
        VALUE,
        /** An invitation that the import sent. */
        INVITATION
    }

    private final Subject subject;

    KeptReason(Subject subject) {
        this.subject = subject;
    }

    /** Returns what it is a reason to leave as it is. */
    public Subject subject() {
        return subject;
    }

    /** Returns the key of the sentence that says it. */
    public String messageKey() {
        return "imports.undo.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
