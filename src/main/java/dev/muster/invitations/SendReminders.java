package dev.muster.invitations;

import dev.muster.mail.LettersToCome;
import dev.muster.mail.Outbox;
import dev.muster.mail.PersonalLetter;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The job that reminds people of their invitation, a batch in a transaction: killed at any moment, everybody is reminded
 * of each step once or not yet.
 *
 * @see "Decision 017: reminders"
 */
@Component
class SendReminders implements LettersToCome {

    static final String JOB = "send-reminders";

    private static final Logger LOG = LoggerFactory.getLogger(SendReminders.class);

    private static final int BATCH = 200;

    private final ReminderRows rows;
    private final InvitationLetters letters;
    private final InvitationQueue queue;
    private final InvitationReadiness readiness;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    SendReminders(
            ReminderRows rows,
            InvitationLetters letters,
            InvitationQueue queue,
            InvitationReadiness readiness,
            Outbox outbox,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.queue = queue;
        this.readiness = readiness;
        this.outbox = outbox;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Reminds everybody who has reached a step since it was last looked at; of several steps, of the latest.
     *
     * @param stopping asked between two batches; once it says yes, the others are left to whoever looks next
     */
    void run(BooleanSupplier stopping) {
        Map<ReminderStep, Instant> steps = new TreeMap<>(rows.steps()).descendingMap();
        if (steps.isEmpty() || outbox.waitsAfterStandstill()) {
            return;
        }
        if (readiness.obstacle().isPresent()) {
            LOG.warn("Reminders wait: {}", readiness.obstacle().get());
            return;
        }
        Instant now = clock.instant();
        int reminded = 0;
        for (var each : steps.entrySet()) {
            ReminderStep step = each.getKey();
            reminded += remind(span(step, each.getValue(), now), now, stopping);
            if (stopping.getAsBoolean()) {
                break;
            }
            rows.dealtWith(step, each.getValue(), now);
        }
        if (reminded > 0) {
            audit.record("reminder.send", "member", null, AuditDetail.count(reminded, "member"));
            LOG.info("{} people are reminded of their invitation.", reminded);
        }
    }

    @Override
    public long countBefore(Instant moment) {
        return rows.steps().entrySet().stream()
                .filter(each -> each.getValue().isBefore(moment))
                .mapToLong(each -> rows.count(span(each.getKey(), each.getValue(), moment), clock.instant()))
                .sum();
    }

    @Override
    public long dropBefore(Instant moment) {
        long dropped = countBefore(moment);
        rows.steps().entrySet().stream()
                .filter(each -> each.getValue().isBefore(moment))
                .forEach(each -> rows.dealtWith(each.getKey(), each.getValue(), moment));
        return dropped;
    }

    private static ReminderRows.Span span(ReminderStep step, Instant dealtWith, Instant now) {
        return new ReminderRows.Span(step, step.invitedBy(dealtWith), step.invitedBy(now));
    }

    private int remind(ReminderRows.Span span, Instant now, BooleanSupplier stopping) {
        int reminded = 0;
        Instant from = span.after();
        while (!stopping.getAsBoolean()) {
            Instant start = from;
            List<ReminderRows.Due> batch =
                    Objects.requireNonNull(transactions.execute(_ -> remindBatch(span, start, now)));
            reminded += batch.size();
            if (batch.size() < BATCH) {
                return reminded;
            }
            from = batch.getLast().invitedAt();
        }
        return reminded;
    }

    private List<ReminderRows.Due> remindBatch(ReminderRows.Span span, Instant from, Instant now) {
        List<ReminderRows.Due> due = rows.due(span, from, now, BATCH);
        if (due.isEmpty()) {
            return due;
        }
        rows.note(span.step(), due, now);
        List<PersonalLetter> written = new ArrayList<>(due.size());
        List<ReminderRows.Due> withoutLink = new ArrayList<>();
        var stationery = letters.stationery(InvitationPurpose.REMINDER, readiness.sender());
        for (ReminderRows.Due one : due) {
            InvitationId link = one.link();
            if (link == null) {
                withoutLink.add(one);
            } else {
                written.add(letters.write(stationery, one.reader(), link));
            }
        }
        outbox.putAll(written);
        queue.add(
                ReminderRows.members(withoutLink),
                new InvitationQueue.Occasion(InvitationPurpose.REMINDER, null, null, Set.of()),
                now);
        return due;
    }
}
