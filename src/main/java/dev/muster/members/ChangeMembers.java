package dev.muster.members;

import dev.muster.security.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does one thing to a batch of members: a handful of statements, however many they are. Members for whom it makes no
 * difference are left alone; for the others it is written into their history.
 */
@Component
class ChangeMembers {

    /** As many as fit well into the lists of a statement. */
    static final int BATCH = 1000;

    private final MemberChangeRows rows;
    private final Tombstones tombstones;
    private final MemberPulse pulse;
    private final ObjectProvider<InviteBatch> invitations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeMembers(
            MemberChangeRows rows,
            Tombstones tombstones,
            MemberPulse pulse,
            ObjectProvider<InviteBatch> invitations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.tombstones = tombstones;
        this.pulse = pulse;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    /** Changes a batch as {@link #change(List, MemberChange, AccountId, Instant)} does, decided in this moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> change(List<Long> ids, MemberChange change, AccountId account) {
        return change(ids, change, account, clock.instant());
    }

    /**
     * Changes a batch in the caller's transaction.
     *
     * @param ids at most {@link #BATCH}
     * @param account who is to be named in the history
     * @param decidedAt when the change was decided: a task comes to a batch later
     * @return for whom it made a difference
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> change(List<Long> ids, MemberChange change, AccountId account, Instant decidedAt) {
        if (ids.isEmpty()) {
            return ids;
        }
        List<Long> changed = changeSome(ids, change, account, decidedAt);
        if (!changed.isEmpty()) {
            pulse.beat();
        }
        return changed;
    }

    /** Tells whether {@code change} has to wait for somebody's word. */
    boolean waits(MemberChange change) {
        return change.kind() == MemberChange.Kind.INVITE
                && invitations.getObject().waits();
    }

    private List<Long> changeSome(List<Long> ids, MemberChange change, AccountId account, Instant decidedAt) {
        return switch (change.kind()) {
            case ADD_TO_GROUP, REMOVE_FROM_GROUP -> regroup(ids, change, account);
            case ARCHIVE ->
                stop(ids, "archived_at", FieldChange.state("ARCHIVED", true), account, MembersArchived::new);
            case RESTORE -> resume(ids, "archived_at", FieldChange.state("ARCHIVED", false), account);
            case LOCK -> stop(ids, "locked_at", FieldChange.state("LOCKED", true), account, MembersLocked::new);
            case UNLOCK -> resume(ids, "locked_at", FieldChange.state("LOCKED", false), account);
            case UPGRADE -> upgrade(ids, account);
            case INVITE -> invitations.getObject().invite(ids, change.groups(), account, decidedAt);
            case DELETE -> delete(ids);
        };
    }

    private List<Long> stop(
            List<Long> ids,
            String column,
            FieldChange change,
            AccountId account,
            Function<List<MemberId>, Object> event) {
        List<Long> changed = rows.lock(ids, " AND %s IS NULL".formatted(column));
        if (!changed.isEmpty()) {
            setMoment(changed, column, clock.instant(), change, account);
            events.publishEvent(event.apply(members(changed)));
        }
        return changed;
    }

    private List<Long> resume(List<Long> ids, String column, FieldChange change, AccountId account) {
        List<Long> changed = rows.lock(ids, " AND %s IS NOT NULL".formatted(column));
        if (!changed.isEmpty()) {
            setMoment(changed, column, null, change, account);
        }
        return changed;
    }

    private List<Long> upgrade(List<Long> ids, AccountId account) {
        List<Long> changed = rows.lock(ids, " AND kind = 'NOMINEE' AND joined_at IS NULL");
        if (!changed.isEmpty()) {
            rows.makeAdvocates(changed);
            rows.writeDown(changed, FieldChange.state("NOMINEE", false), account, clock.instant());
        }
        return changed;
    }

    private void setMoment(
            List<Long> ids, String column, @Nullable Instant moment, FieldChange change, AccountId account) {
        rows.setMoment(ids, column, moment);
        rows.writeDown(ids, change, account, clock.instant());
    }

    private List<Long> regroup(List<Long> ids, MemberChange change, AccountId account) {
        GroupId group = change.group().orElseThrow();
        List<Long> there = rows.lock(ids, ""); // before the group, as an import does
        @Nullable String name = rows.lockedGroup(group).orElse(null);
        if (name == null) {
            return List.of();
        }
        List<Long> in = there.isEmpty() ? there : rows.inGroup(there, group);
        boolean adds = change.kind() == MemberChange.Kind.ADD_TO_GROUP;
        List<Long> changed = adds ? without(there, in) : in;
        if (changed.isEmpty()) {
            return changed;
        }
        Instant now = clock.instant();
        if (adds) {
            rows.addToGroup(changed, group, now);
        } else {
            rows.removeFromGroup(changed, group);
        }
        rows.writeDown(
                changed, adds ? FieldChange.addedToGroup(name) : FieldChange.removedFromGroup(name), account, now);
        return changed;
    }

    private List<Long> delete(List<Long> ids) {
        List<Long> there = rows.lock(ids, "");
        if (!there.isEmpty()) {
            tombstones.raise(rows.addressKeys(there), clock.instant());
            events.publishEvent(new MembersDeleted(members(there)));
            rows.delete(there);
        }
        return there;
    }

    private static List<Long> without(List<Long> all, List<Long> some) {
        var left = new java.util.LinkedHashSet<>(all);
        some.forEach(left::remove);
        return List.copyOf(left);
    }

    private static List<MemberId> members(List<Long> ids) {
        return ids.stream().map(MemberId::new).toList();
    }
}
