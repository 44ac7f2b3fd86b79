package dev.muster.members;

import dev.muster.common.EmailAddress;
import dev.muster.common.Utc;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where people join, by themselves. Whoever calls has seen to it that they may; it checks no rights. */
@Component
public class JoinRegister {

    private final Members members;
    private final MemberLogins logins;
    private final Memberships memberships;
    private final MemberHistory history;
    private final JdbcClient jdbc;
    private final MemberPulse pulse;
    private final Clock clock;

    JoinRegister(
            Members members,
            MemberLogins logins,
            Memberships memberships,
            MemberHistory history,
            JdbcClient jdbc,
            MemberPulse pulse,
            Clock clock) {
        this.members = members;
        this.logins = logins;
        this.memberships = memberships;
        this.history = history;
        this.jdbc = jdbc;
        this.pulse = pulse;
        this.clock = clock;
    }

    /**
     * Someone who joins.
     *
     * @param name as the person corrected it; not blank, at most 255 code points
     * @param groups to join besides those that are pending
     */
    public record Joiner(MemberId id, String name, String passwordHash, Collection<GroupId> groups) {
        @Override
        public String toString() {
            return "Joiner[%d]".formatted(id.value());
        }
    }

    /**
     * Makes a contact a joined advocate, in its groups, who can log in.
     *
     * @return false where it had joined before, or may not, and nothing was written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean join(Joiner joiner) {
        long id = joiner.id().value();
        var now = Utc.toColumn(clock.instant());
        String before = jdbc.sql("SELECT name FROM member WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("");
        int joined = jdbc.sql("""
                        UPDATE member SET joined_at = ?, kind = 'ADVOCATE', name = ?, version = version + 1
                        WHERE id = ? AND joined_at IS NULL AND archived_at IS NULL AND locked_at IS NULL""").params(now, joiner.name(), id).update();
        if (joined == 0) {
            return false;
        }
        jdbc.sql("UPDATE membership SET effective_at = ? WHERE member_id = ? AND effective_at IS NULL")
                .params(now, id)
                .update();
        logins.create(joiner.id(), joiner.passwordHash());
        memberships.add(joiner.id(), joiner.groups());
        if (!before.equals(joiner.name())) {
            history.add(joiner.id(), List.of(FieldChange.of(StandardField.NAME, before, joiner.name())));
        }
        pulse.beat(List.of(id));
        return true;
    }

    /**
     * Adds someone who came by the public URL of a group and has not joined yet.
     *
     * @param name not blank, at most 255 code points
     * @throws org.springframework.dao.DataIntegrityViolationException where the address has just been taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public MemberId add(String name, EmailAddress email) {
        var data =
                new ProfileData(Map.of(StandardField.NAME, name, StandardField.EMAIL, email.shown()), FieldValues.NONE);
        var member = members.saveAndFlush(
                new Member(data, email, MemberKind.ADVOCATE, MemberSource.GROUP_URL, clock.instant()));
        memberships.welcome(member.id(), Set.of());
        pulse.beat();
        return member.id();
    }
}
