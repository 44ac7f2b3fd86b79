package dev.muster.invitations;

import dev.muster.members.MemberId;
import dev.muster.security.LoggedIn;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionOperations;

/** Promises invitations to people, as whatever invites them does; the job that opens them is left to the test. */
@TestComponent
public class Promises {

    private final InvitationQueue queue;
    private final TransactionOperations transactions;
    private final Clock clock;

    Promises(InvitationQueue queue, TransactionOperations transactions, Clock clock) {
        this.queue = queue;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Promises an invitation to each of {@code members} in the name of {@code sender}; returns the first one. */
    InvitationId promise(LoggedIn sender, long... members) {
        List<MemberId> ids = Arrays.stream(members).mapToObj(MemberId::new).toList();
        var occasion = new InvitationQueue.Occasion(InvitationPurpose.INVITATION, null, sender.id(), Set.of());
        return transactions
                .execute(_ -> queue.add(ids, occasion, clock.instant()))
                .getFirst();
    }
}
