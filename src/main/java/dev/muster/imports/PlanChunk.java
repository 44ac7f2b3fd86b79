package dev.muster.imports;

import dev.muster.members.Tombstones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return plan(session.rules(), session.firstLines(), chunk, before, Map.of(), now);
    }

    /** Plans {@code chunk} of an import while {@code earlier}, the plan of the chunk before it, is still carried out. */
    ChunkPlan planAfter(ChunkPlan earlier, ImportSession session, PreparedChunk chunk, Instant now) {
        return plan(session.rules(), session.firstLines(), chunk, Map.of(), earlier.afterwards(chunk.keys()), now);
    }

    /** Plans rows that stand for themselves, outside a running import. */
    ChunkPlan plan(ImportRules rules, PreparedChunk rows, Instant now) {
        return plan(rules, new FirstLines(), rows, Map.of(), Map.of(), now);
    }

    /**
     * @param before who the check has met in earlier chunks
     * @param assumed who is in the hub once an earlier chunk is written, as it leaves them
     */
    private ChunkPlan plan(
            ImportRules rules,
            FirstLines firstLines,
            PreparedChunk chunk,
            Map<String, CheckedMember> before,
            Map<String, Person> assumed,
            Instant now) {
        Map<String, KnownMember> known = members.find(
                chunk.keys().stream().filter(key -> !assumed.containsKey(key)).toList(), rules.groups());
        List<Person> people = new ArrayList<>(chunk.keys().size());
        List<String> strangers = new ArrayList<>();
        for (String key : chunk.keys()) {
            Person person = assumed.get(key);
            if (person == null) {
                KnownMember member = known.get(key);
                CheckedMember met = before.get(key);
                person = met == null
                        ? new Person(key, member, member == null ? 0 : firstLines.find(member.id()))
                        : Person.afterRows(key, member, met.state(member, rules, now), met.firstLine());
            }
            people.add(person);
            if (person.state() == null) {
                strangers.add(key);
            }
        }
        var plan = new ChunkPlan(rules, now, people, tombstones.deletedAmong(strangers));
        chunk.rows().forEach(plan::add);
        return plan;
    }
}
