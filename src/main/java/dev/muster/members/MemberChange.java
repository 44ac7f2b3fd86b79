package dev.muster.members;

import java.util.Optional;
import java.util.Set;

/**
 * What can be done to many members at once.
 *
 * @param groups those that it is about: one to be added to or removed from, any number that the invited are to join
 */
public record MemberChange(Kind kind, Set<GroupId> groups) {

    /** What is done. */
    public enum Kind {
        ADD_TO_GROUP,
        REMOVE_FROM_GROUP,
        ARCHIVE,
        RESTORE,
        LOCK,
        UNLOCK,
        /** Nominees become advocates, without mail. */
        UPGRADE,
        /** Whoever mail may invite is invited; nominees become advocates. */
        INVITE,
        DELETE
    }

    public MemberChange {
        groups = Set.copyOf(groups);
        boolean isRight = switch (kind) {
            case ADD_TO_GROUP, REMOVE_FROM_GROUP -> groups.size() == 1;
            case INVITE -> true;
            case ARCHIVE, RESTORE, LOCK, UNLOCK, UPGRADE, DELETE -> groups.isEmpty();
        };
        if (!isRight) {
            throw new IllegalArgumentException("%s with the groups %s.".formatted(kind, groups));
        }
    }

    /** Creates a change that is about one group. */
    public MemberChange(Kind kind, GroupId group) {
        this(kind, Set.of(group));
    }

    /** Returns a change that is about no group. */
    public static MemberChange of(Kind kind) {
        return new MemberChange(kind, Set.of());
    }

    /** Returns the group that it is about; empty where it is about none, or about several. */
    public Optional<GroupId> group() {
        return groups.size() == 1 ? groups.stream().findFirst() : Optional.empty();
    }

    /** Returns the change that takes this one back, or empty where nothing does. */
    public Optional<MemberChange> inverse() {
        return switch (kind) {
            case ADD_TO_GROUP -> Optional.of(new MemberChange(Kind.REMOVE_FROM_GROUP, groups));
            case REMOVE_FROM_GROUP -> Optional.of(new MemberChange(Kind.ADD_TO_GROUP, groups));
            case ARCHIVE -> Optional.of(of(Kind.RESTORE));
            case RESTORE -> Optional.of(of(Kind.ARCHIVE));
            case LOCK -> Optional.of(of(Kind.UNLOCK));
            case UNLOCK -> Optional.of(of(Kind.LOCK));
            case UPGRADE, INVITE, DELETE -> Optional.empty();
        };
    }
}
