package dev.muster.members;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to many members at once.
 *
 * @param group the group that it is about, or null where it is about none
 */
public record MemberChange(Kind kind, @Nullable GroupId group) {

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
        DELETE
    }

    public MemberChange {
        boolean isAboutGroup = kind == Kind.ADD_TO_GROUP || kind == Kind.REMOVE_FROM_GROUP;
        if (isAboutGroup != (group != null)) {
            throw new IllegalArgumentException("%s with the group %s.".formatted(kind, group));
        }
    }

    /** Returns a change that is about no group. */
    public static MemberChange of(Kind kind) {
        return new MemberChange(kind, null);
    }

    /** Returns the change that takes this one back, or empty where nothing does. */
    public Optional<MemberChange> inverse() {
        return switch (kind) {
            case ADD_TO_GROUP -> Optional.of(new MemberChange(Kind.REMOVE_FROM_GROUP, group));
            case REMOVE_FROM_GROUP -> Optional.of(new MemberChange(Kind.ADD_TO_GROUP, group));
            case ARCHIVE -> Optional.of(of(Kind.RESTORE));
            case RESTORE -> Optional.of(of(Kind.ARCHIVE));
            case LOCK -> Optional.of(of(Kind.UNLOCK));
            case UNLOCK -> Optional.of(of(Kind.LOCK));
            case UPGRADE, DELETE -> Optional.empty();
        };
    }
}
