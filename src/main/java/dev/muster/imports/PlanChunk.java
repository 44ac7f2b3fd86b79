package dev.muster.imports;

import dev.muster.members.Tombstones;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what a chunk does, by the members as they are in this moment: a handful of queries, whatever its rows. */
@Component
class PlanChunk {

    private final KnownMembers members;
    private final Tombstones tombstones;

    PlanChunk(KnownMembers members, Tombstones tombstones) {
        this.members = members;
        this.tombstones = tombstones;
    }

    /** Plans {@code chunk}; {@code before} is who a check has met in earlier chunks, by address, and none in an import. */
    ChunkPlan plan(ImportSession session, PreparedChunk chunk, Map<String, CheckedMember> before, Instant now) {
        ImportRules rules = session.rules();
        Map<String, KnownMember> known = members.find(chunk.keys(), rules.groups());
        return plan(rules, chunk, now, key -> {
            KnownMember member = known.get(key);
            CheckedMember met = before.get(key);
            return met == null
                    ? person(key, member, session.firstLines())
                    : Person.afterRows(key, member, met.state(member, rules, now), met.firstLine());
        });
    }

    /** Plans {@code chunk} of an import while {@code earlier}, the plan of the chunk before it, is still carried out. */
    ChunkPlan planAfter(ChunkPlan earlier, ImportSession session, PreparedChunk chunk, Instant now) {
        Map<String, Person> assumed = earlier.afterwards(chunk.keys());
        List<String> others =
                chunk.keys().stream().filter(key -> !assumed.containsKey(key)).toList();
        Map<String, KnownMember> known = members.find(others, session.rules().groups());
        return plan(session.rules(), chunk, now, key -> {
            Person person = assumed.get(key);
            return person == null ? person(key, known.get(key), session.firstLines()) : person;
        });
    }

    /** Plans rows that stand for themselves, outside a running import. */
    ChunkPlan plan(ImportRules rules, PreparedChunk rows, Instant now) {
        Map<String, KnownMember> known = members.find(rows.keys(), rules.groups());
        return plan(rules, rows, now, key -> person(key, known.get(key), new FirstLines()));
    }

    /**
     * Plans {@code chunk}.
     *
     * @param people tells who has an address, as the rows before this chunk leave them
     */
    private ChunkPlan plan(ImportRules rules, PreparedChunk chunk, Instant now, Function<String, Person> people) {
        List<Person> met = chunk.keys().stream().map(people).toList();
        List<String> strangers = met.stream()
                .filter(person -> person.state() == null)
                .map(Person::key)
                .toList();
        var plan = new ChunkPlan(rules, now, met, tombstones.deletedAmong(strangers));
        chunk.rows().forEach(plan::add);
        return plan;
    }

    private static Person person(String key, @Nullable KnownMember member, FirstLines firstLines) {
        return new Person(key, member, member == null ? 0 : firstLines.find(member.id()));
    }
}
