package dev.muster.members;

import dev.muster.common.WhiteSpace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A named set of members, which may have a join code. Named MemberGroup in queries: GROUP is a word of theirs. */
@Entity(name = "MemberGroup")
@Table(name = "member_group")
class Group {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "member_group_seq")
    @SequenceGenerator(name = "member_group_seq", sequenceName = "member_group_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String name;

    @Column
    private String nameKey;

    private @Nullable String joinCode;

    @Column
    private @Nullable String joinCodeKey;

    private boolean joinedByDefault;

    @Column
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Group() {}

    /** Creates a group as the {@code draft} says, which {@link GroupRules} found in order. */
    @SuppressWarnings("NullAway.Init") // become fills the fields
    Group(GroupDraft draft, Instant now) {
        createdAt = now;
        become(draft);
    }

    /** Makes the group what the {@code draft} says, which {@link GroupRules} found in order for this group. */
    final void become(GroupDraft draft) {
        name = draft.name();
        nameKey = WhiteSpace.nameKey(draft.name());
        joinCode = draft.joinCode();
        joinCodeKey = keyOf(draft.joinCode());
        joinedByDefault = draft.joinedByDefault();
    }

    /** Returns the key by which join codes are told apart: they do not regard case. */
    static @Nullable String keyOf(@Nullable String joinCode) {
        return joinCode == null ? null : joinCode.toLowerCase(Locale.ROOT);
    }

    GroupId id() {
        if (id == null) {
            throw new IllegalStateException("The group %s was not saved yet.".formatted(name));
        }
        return new GroupId(id);
    }

    GroupSummary summary() {
        return new GroupSummary(id(), name);
    }

    GroupDraft asDraft() {
        return new GroupDraft(name, joinCode, joinedByDefault);
    }

    boolean isAt(long expectedVersion) {
        return version == expectedVersion;
    }
}
