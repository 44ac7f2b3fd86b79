package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.common.WhiteSpace;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FormProblem;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberId;
import dev.muster.members.MemberProfile;
import dev.muster.members.ProfileDesk;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.SaveOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Finds what requests speak of by name, and says what is not there. */
@Component
class Lookups {

    private final JsonBodies bodies;
    private final GroupDesk groups;
    private final ProfileFieldDesk fields;
    private final ProfileDesk profiles;
    private final Catalogue texts;

    Lookups(JsonBodies bodies, GroupDesk groups, ProfileFieldDesk fields, ProfileDesk profiles, Catalogue texts) {
        this.bodies = bodies;
        this.profiles = profiles;
        this.groups = groups;
        this.fields = fields;
        this.texts = texts;
    }

    JsonBody json(InputStream content) throws IOException {
        return bodies.read(content);
    }

    /** Returns the advocate with this id, or throws 404. */
    MemberProfile advocate(long id) {
        var member = new MemberId(id);
        return profiles.find(member)
                .orElseThrow(() -> notFound(
                        profiles.wasDeleted(member) ? "api.problem.advocate-deleted" : "api.problem.no-advocate", id));
    }

    ErrorResponseException conflict(String key, Object... arguments) {
        return Problems.of(HttpStatus.CONFLICT, texts.text(key, arguments));
    }

    ErrorResponseException notFound(String key, Object... arguments) {
        return Problems.of(HttpStatus.NOT_FOUND, texts.text(key, arguments));
    }

    /** Returns the groups that {@code body} names as {@code groups}; notes those that are not there. */
    Set<GroupId> groups(JsonBody body) {
        var found = new LinkedHashSet<GroupId>();
        List<GroupSummary> all = groups.summaries();
        for (String name : body.texts("groups")) {
            all.stream()
                    .filter(group -> WhiteSpace.nameKey(group.name()).equals(WhiteSpace.nameKey(name)))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> found.add(group.id()),
                            () -> body.findings().wrong("groups", texts.text("api.expected.group"), name));
        }
        return found;
    }

    /** Returns the field called {@code name}; notes where there is none. */
    Optional<FieldDefinition> field(String name, Findings findings) {
        List<FieldDefinition> all = fields.definitions();
        Optional<FieldDefinition> found = all.stream()
                .filter(field -> WhiteSpace.nameKey(field.name()).equals(WhiteSpace.nameKey(name)))
                .findFirst();
        if (found.isEmpty()) {
            String names = all.stream().map(FieldDefinition::name).collect(Collectors.joining(", "));
            findings.wrong("fields", texts.text("api.expected.field", names), name);
        }
        return found;
    }

    /** Returns the name of the field with this id, as problems of a profile call it. */
    String nameOf(String id) {
        return fields.definitions().stream()
                .filter(field -> Long.toString(field.id().value()).equals(id))
                .map(FieldDefinition::name)
                .findFirst()
                .orElse(id);
    }

    /** Returns what a new record is known by, or throws 422 with what is wrong with it. */
    <T> T created(SaveOutcome<T> outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved<T>(T id) -> id;
            case SaveOutcome.Refused<T>(var problems) -> throw refusal(problems);
            case SaveOutcome.Outdated<T>() -> throw new IllegalStateException("What is new cannot be outdated.");
        };
    }

    private ErrorResponseException refusal(List<FormProblem> problems) {
        var findings = new Findings(texts);
        problems.forEach(problem -> findings.add(
                switch (problem.input()) {
                    case NAME -> "name";
                    case TYPE -> "type";
                    case CHOICES -> "choices";
                    case JOIN_CODE -> "joinCode";
                },
                texts.text(problem.key(), problem.arguments().toArray())));
        return findings.refusal();
    }
}
