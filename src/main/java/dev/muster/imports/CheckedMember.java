package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.common.Json;
import dev.muster.members.FieldValues;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.StandardField;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a check would create or change, as the rows so far leave them.
 *
 * @param memberId 0 where they are not in the hub
 * @param document their texts and values
 * @param invited whether one of the rows would have them invited
 */
record CheckedMember(long memberId, long firstLine, EmailAddress email, String document, boolean invited) {

    private record Held(Map<StandardField, String> texts, String values) {}

    static CheckedMember of(Person person) {
        MemberState state = person.result();
        return new CheckedMember(
                person.id(),
                person.firstLine(),
                state.email(),
                Json.write(new Held(state.texts(), state.values().toDocument())),
                person.isInvited());
    }

    /** Returns the person as the next row finds them, where {@code known} is what the hub has of them. */
    MemberState state(@Nullable KnownMember known, ImportRules rules, Instant now) {
        Held held = Json.read(document, Held.class);
        var texts = new EnumMap<StandardField, String>(StandardField.class);
        texts.putAll(held.texts());
        Standing standing =
                known == null ? Standing.fresh(rules.kind()) : known.state().standing();
        Set<GroupId> groups =
                new HashSet<>(known == null ? Set.of() : known.state().groups());
        for (GroupSummary group : rules.groups()) {
            groups.add(group.id());
        }
        return new MemberState(
                known == null ? email : known.state().email(),
                texts,
                FieldValues.ofDocument(held.values()),
                invited && !standing.isTaken() ? standing.invited(now) : standing,
                groups);
    }
}
