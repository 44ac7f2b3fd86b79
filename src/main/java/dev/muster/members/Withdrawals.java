package dev.muster.members;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes members out of the hub who should not have come in. Unlike a deletion it leaves no tombstone: nobody asked to be
 * kept away, so a later import may bring them in. For jobs; it checks no rights.
 */
@Component
public class Withdrawals {

    /** What {@link MembersDeleted} holds at most. */
    private static final int PART = 1000;

    private final MemberChangeRows rows;
    private final ApplicationEventPublisher events;

    Withdrawals(MemberChangeRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /**
     * Removes {@code members} with all that hangs on them, in the caller's transaction, which has locked them. A handful of
     * statements per thousand.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(List<MemberId> members) {
        IntStream.iterate(0, from -> from < members.size(), from -> from + PART)
                .mapToObj(from -> members.subList(from, Math.min(members.size(), from + PART)))
                .forEach(this::withdrawPart);
    }

    private void withdrawPart(List<MemberId> part) {
        events.publishEvent(new MembersDeleted(part));
        rows.delete(part.stream().map(MemberId::value).toList());
    }
}
