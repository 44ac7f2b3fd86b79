package dev.muster.invitations;

import dev.muster.common.ForcedIndex;
import dev.muster.members.FoundMembers;
import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in a selection, in parts that one statement takes. */
@Component
class ContactBatches {

    private static final int SIZE = 1000;

    private final JdbcClient jdbc;
    private final MemberDirectory directory;

    ContactBatches(JdbcClient jdbc, MemberDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** Returns the numbers of all in {@code selection}, ascending; of those who have joined meanwhile, none. */
    List<MemberId> ids(ContactSelection selection) {
        return LongStream.of(numbersOf(selection)).mapToObj(MemberId::new).toList();
    }

    private long[] asked(ContactSelection selection) {
        var sql = new ContactSql(selection.query());
        String condition = sql.condition(selection);
        return jdbc
                .sql("SELECT id FROM member WHERE " + condition + " ORDER BY id")
                .params(sql.parameters())
                .query((row, _) -> row.getLong("id"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** Returns the same as numbers: eight bytes each. */
    long[] numbersOf(ContactSelection selection) {
        Optional<FoundMembers> found = selection.all()
                ? directory.find(
                        selection.query().ofMembers(), selection.query().segments())
                : Optional.empty();
        return found.map(members -> LongStream.of(members.ids())
                        .filter(id -> selection.contains(new MemberId(id)))
                        .toArray())
                .orElseGet(() -> asked(selection));
    }

    /** Locks those of {@code members} who have not joined until the transaction ends, and returns them. */
    List<MemberId> lock(List<MemberId> members) {
        List<MemberId> locked = new ArrayList<>();
        for (List<MemberId> part : parts(members)) {
            locked.addAll(jdbc.sql("SELECT id FROM member" + ForcedIndex.PRIMARY
                            + " WHERE id IN (:ids) AND joined_at IS NULL ORDER BY id FOR UPDATE")
                    .param("ids", numbers(part))
                    .query((row, _) -> new MemberId(row.getLong("id")))
                    .list());
        }
        return locked;
    }

    static List<List<MemberId>> parts(List<MemberId> members) {
        List<List<MemberId>> parts = new ArrayList<>();
        for (int start = 0; start < members.size(); start += SIZE) {
            parts.add(members.subList(start, Math.min(start + SIZE, members.size())));
        }
        return parts;
    }

    static List<Long> numbers(List<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}
