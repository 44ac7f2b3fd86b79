package dev.muster.invitations;

import dev.muster.common.AnotherTurn;
import dev.muster.common.JobBell;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where administrators decide when people are reminded of their invitation. */
@Service
@AnotherTurn
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class ReminderDesk {

    /** Before the first invitation ever. */
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private final ReminderRows rows;
    private final JobBell bell;
    private final AuditLog audit;
    private final Clock clock;

    ReminderDesk(ReminderRows rows, JobBell bell, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.bell = bell;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the steps that are switched on. */
    @Transactional(readOnly = true)
    public Set<ReminderStep> steps() {
        return copy(rows.steps().keySet());
    }

    /** Returns for each step how many people have passed it, and not the next one, and were not reminded of it. */
    @Transactional(readOnly = true)
    public Map<ReminderStep, Long> passed() {
        return counts(new TreeSet<>(List.of(ReminderStep.values())));
    }

    /** Returns how many would be reminded now, were those of {@code steps} that are off switched on for them too. */
    @Transactional(readOnly = true)
    public long wouldSendNow(Set<ReminderStep> steps) {
        return counts(new TreeSet<>(added(steps))).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Switches {@code steps} on, and all others off.
     *
     * @param alsoPassed whether people who have passed a new step already are reminded now, once each; else it counts for
     *     those only who reach it from now on
     */
    @Transactional
    public void save(Set<ReminderStep> steps, boolean alsoPassed) {
        Set<ReminderStep> before = steps();
        Instant now = clock.instant();
        for (ReminderStep step : added(steps)) {
            rows.switchOn(step, alsoPassed ? BEGINNING : now);
        }
        before.stream().filter(step -> !steps.contains(step)).forEach(rows::switchOff);
        audit.record(
                "reminder.change",
                "settings",
                null,
                new AuditDetail(null, List.of())
                        .with("Reminders", names(before), names(copy(steps)))
                        .with("Also who has passed them", null, alsoPassed ? "yes" : null)
                        .text());
        bell.ringAfterCommit(SendReminders.JOB);
    }

    private Map<ReminderStep, Long> counts(NavigableSet<ReminderStep> steps) {
        Instant now = clock.instant();
        var counts = new EnumMap<ReminderStep, Long>(ReminderStep.class);
        for (ReminderStep step : steps) {
            ReminderStep next = steps.higher(step);
            Instant after = next == null ? BEGINNING : next.invitedBy(now);
            counts.put(step, rows.count(new ReminderRows.Span(step, after, step.invitedBy(now)), now));
        }
        return counts;
    }

    private Set<ReminderStep> added(Set<ReminderStep> steps) {
        Set<ReminderStep> added = copy(steps);
        added.removeAll(rows.steps().keySet());
        return added;
    }

    private static Set<ReminderStep> copy(Collection<ReminderStep> steps) {
        Set<ReminderStep> copy = EnumSet.noneOf(ReminderStep.class);
        copy.addAll(steps);
        return copy;
    }

    private static @Nullable String names(Set<ReminderStep> steps) {
        return steps.isEmpty() ? null : steps.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
