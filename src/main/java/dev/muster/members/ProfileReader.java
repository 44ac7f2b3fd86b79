package dev.muster.members;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what the page of one member shows. */
@Component
class ProfileReader {

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Tombstones tombstones;
    private final MemberLogins logins;

    ProfileReader(JdbcClient jdbc, Memberships memberships, Tombstones tombstones, MemberLogins logins) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.tombstones = tombstones;
        this.logins = logins;
    }

    MemberProfile profile(Member member) {
        return new MemberProfile(
                member.id(),
                member.version(),
                member.data(),
                member.facts(
                        importFileName(member.importId()),
                        logins.lastLogin(member.id()).orElse(null)),
                memberships.of(member.id()));
    }

    /** Returns the profiles of {@code members} in two queries, but for the names of the files that they came from, and
     * their logins. */
    List<MemberProfile> profiles(List<Member> members) {
        Map<MemberId, List<Membership>> groups =
                memberships.of(members.stream().map(Member::id).toList());
        return members.stream()
                .map(member -> new MemberProfile(
                        member.id(),
                        member.version(),
                        member.data(),
                        member.facts(null, null),
                        groups.getOrDefault(member.id(), List.of())))
                .toList();
    }

    boolean wasDeleted(MemberId id) {
        return tombstones.standsFor(id);
    }

    private @Nullable String importFileName(@Nullable Long importId) {
        if (importId == null) {
            return null;
        }
        // The import's table belongs to another feature; its file name is all that is asked of it.
        return jdbc.sql("SELECT file_name FROM import_run WHERE id = ?")
                .param(importId)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
