package dev.muster.invitations;

import dev.muster.mail.MailId;
import dev.muster.mail.Outbox;
import dev.muster.mail.PersonalLetter;
import dev.muster.members.MemberId;
import dev.muster.members.MemberPulse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The job that turns promised invitations into letters, a batch in a transaction: killed at any moment, every
 * invitation has either its one letter or still none.
 */
@Component
class OpenInvitations {

    static final String JOB = "open-invitations";

    private static final Logger LOG = LoggerFactory.getLogger(OpenInvitations.class);

    private static final int BATCH = 200;

    private final InvitationRows rows;
    private final InvitationLetters letters;
    private final Outbox outbox;
    private final InvitationReadiness readiness;
    private final MemberPulse pulse;
    private final TransactionOperations transactions;
    private final Clock clock;

    OpenInvitations(
            InvitationRows rows,
            InvitationLetters letters,
            Outbox outbox,
            InvitationReadiness readiness,
            MemberPulse pulse,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.outbox = outbox;
        this.readiness = readiness;
        this.pulse = pulse;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Opens all that are queued; leaves them queued while nobody could use their links, or they may have gone out.
     *
     * @param stopping asked between two batches; once it says yes, the rest stays queued
     */
    void run(BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() && !outbox.waitsAfterStandstill() && rows.anyQueued()) {
            if (readiness.obstacle().isPresent()) {
                LOG.warn("Invitations wait: {}", readiness.obstacle().get());
                return;
            }
            int opened = Objects.requireNonNull(transactions.execute(_ -> openBatch()));
            if (opened == 0) {
                return; // another node holds what there is
            }
        }
    }

    private int openBatch() {
        List<InvitationRows.Queued> queued = rows.lockQueued(BATCH);
        if (queued.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        Map<MemberId, Invitee> invitable = rows.invitable(
                queued.stream().map(InvitationRows.Queued::member).distinct().toList());
        List<InvitationRows.Queued> chosen = chosen(queued, invitable.keySet());
        List<InvitationId> barred = queued.stream()
                .filter(one -> !invitable.containsKey(one.member()))
                .map(InvitationRows.Queued::id)
                .toList();
        List<InvitationId> outdated = queued.stream()
                .filter(one -> invitable.containsKey(one.member()) && !chosen.contains(one))
                .map(InvitationRows.Queued::id)
                .toList();
        rows.end(barred, InvitationState.REVOKED, now);
        rows.end(outdated, InvitationState.REPLACED, now);
        open(chosen, invitable, now);
        return queued.size();
    }

    /**
     * Of several invitations of one member the newest takes the place of the others. A confirmation is nobody's place:
     * anybody can ask for one with somebody else's address, and it takes no part.
     */
    private static List<InvitationRows.Queued> chosen(List<InvitationRows.Queued> queued, Set<MemberId> invitable) {
        var newest = new HashMap<MemberId, InvitationRows.Queued>();
        queued.stream()
                .filter(one -> one.purpose() != InvitationPurpose.CONFIRMATION)
                .forEach(one -> newest.put(one.member(), one));
        return queued.stream()
                .filter(one -> invitable.contains(one.member()))
                .filter(one -> one.purpose() == InvitationPurpose.CONFIRMATION || one.equals(newest.get(one.member())))
                .toList();
    }

    private void open(List<InvitationRows.Queued> chosen, Map<MemberId, Invitee> readers, Instant now) {
        if (chosen.isEmpty()) {
            return;
        }
        var stationery = new EnumMap<InvitationPurpose, InvitationLetters.Stationery>(InvitationPurpose.class);
        List<PersonalLetter> written = new ArrayList<>(chosen.size());
        for (InvitationRows.Queued one : chosen) {
            var paper = stationery.computeIfAbsent(
                    one.purpose(), purpose -> letters.stationery(purpose, readiness.sender()));
            written.add(letters.write(paper, Objects.requireNonNull(readers.get(one.member())), one.id()));
        }
        List<MailId> mails = outbox.putAll(written);
        rows.replaceOlderThan(chosen, now);
        rows.open(chosen, mails, now);
        pulse.beat();
    }
}
