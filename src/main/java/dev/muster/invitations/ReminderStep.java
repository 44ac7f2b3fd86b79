package dev.muster.invitations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/** How long after the last invitation somebody who has not joined is reminded of it; the shortest first. */
public enum ReminderStep {
    DAYS_2(Period.ofDays(2)),
    DAYS_7(Period.ofDays(7)),
    DAYS_14(Period.ofDays(14)),
    MONTH_1(Period.ofMonths(1)),
    MONTHS_3(Period.ofMonths(3)),
    MONTHS_6(Period.ofMonths(6));

    private final Period after;

    ReminderStep(Period after) {
        this.after = after;
    }

    /** Returns the moment such that whoever was invited by then has reached this step at {@code now}. */
    Instant invitedBy(Instant now) {
        var time = now.atOffset(ZoneOffset.UTC);
        LocalDate day = time.toLocalDate().minus(after);
        return time.with(day).toInstant();
    }
}
