package dev.muster.api;

import dev.muster.common.AnotherTurn;
import dev.muster.common.Catalogue;
import dev.muster.members.AddOutcome;
import dev.muster.members.EditOutcome;
import dev.muster.members.FieldProblem;
import dev.muster.members.FieldValues;
import dev.muster.members.GroupId;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberChange.Kind;
import dev.muster.members.MemberId;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberProfile;
import dev.muster.members.MemberRegister;
import dev.muster.members.MemberSelection;
import dev.muster.members.MemberSource;
import dev.muster.members.MembersDesk;
import dev.muster.members.Membership;
import dev.muster.members.NewMember;
import dev.muster.members.ProfileData;
import dev.muster.members.ProfileDesk;
import dev.muster.members.StandardField;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;

/** Creates and changes advocates as a JSON document says: all of it, or nothing. */
@Component
@AnotherTurn
class AdvocateEdits {

    private static final Map<StandardField, String> NAMES = new EnumMap<>(Map.of(
            StandardField.NAME, "name",
            StandardField.EMAIL, "email",
            StandardField.TITLE, "title",
            StandardField.COMPANY, "company",
            StandardField.SALESFORCE_ID, "salesforceId",
            StandardField.EXTERNAL_CONTACT_ID, "externalContactId",
            StandardField.EXTERNAL_ACCOUNT_ID, "externalAccountId"));

    private final MemberRegister register;
    private final ProfileDesk profiles;
    private final MembersDesk members;
    private final Lookups lookups;
    private final Catalogue texts;

    AdvocateEdits(
            MemberRegister register, ProfileDesk profiles, MembersDesk members, Lookups lookups, Catalogue texts) {
        this.register = register;
        this.profiles = profiles;
        this.members = members;
        this.lookups = lookups;
        this.texts = texts;
    }

    /** What a new advocate is made of, for the documentation alone. */
    @Schema(name = "NewAdvocate")
    record NewAdvocate(
            @Schema(example = "José Ærø") String name,

            @Schema(example = "jose@example.com") String email,

            @Nullable String title,
            @Nullable String company,
            @Nullable String salesforceId,
            @Nullable String externalContactId,
            @Nullable String externalAccountId,

            @Schema(defaultValue = "ADVOCATE") @Nullable MemberKind kind,

            @Schema(description = "Groups that are there, by name.") @Nullable
            List<String> groups,

            @Schema(example = "{\"Industry\": [\"Energy\"]}") @Nullable
            Map<String, List<String>> fields) {}

    /** What can be changed about an advocate, for the documentation alone. */
    @Schema(name = "AdvocatePatch")
    record Patch(
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            @Nullable String company,
            @Nullable String salesforceId,
            @Nullable String externalContactId,
            @Nullable String externalAccountId,

            @Schema(description = "All groups that it is in, or will be once it joins, by name.") @Nullable
            List<String> groups,

            @Schema(example = "{\"Industry\": [\"Energy\"], \"Position\": null}") @Nullable
            Map<String, List<String>> fields,

            @Nullable Boolean archived,
            @Nullable Boolean locked) {}

    /** Adds whom {@code body} describes. */
    @PreAuthorize("hasRole('MANAGER')")
    public MemberId create(JsonBody body) {
        body.allow(known("kind", "groups", "fields"));
        ProfileData data = data(body, new ProfileData(Map.of(), FieldValues.NONE));
        MemberKind kind = body.choice("kind", MemberKind.class, MemberKind.ADVOCATE);
        Set<GroupId> groups = lookups.groups(body);
        body.findings().refuseIfAny();
        return switch (register.add(new NewMember(data, groups), kind, MemberSource.API)) {
            case AddOutcome.Added(MemberId id) -> id;
            case AddOutcome.AlreadyThere(MemberId id) -> throw taken(id);
            case AddOutcome.Refused(List<FieldProblem> problems) -> throw refusal(problems);
        };
    }

    /** Changes {@code id} as {@code body} says. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public void change(MemberId id, JsonBody body) {
        body.allow(known("groups", "fields", "archived", "locked"));
        MemberProfile before =
                profiles.find(id).orElseThrow(() -> lookups.notFound("api.problem.no-advocate", id.value()));
        ProfileData data = data(body, before.data());
        Set<GroupId> groups = lookups.groups(body);
        boolean archived = body.flag("archived", before.facts().moments().archived() != null);
        boolean locked = body.flag("locked", before.facts().moments().locked() != null);
        body.findings().refuseIfAny();
        save(id, before, data);
        if (body.has("groups")) {
            regroup(id, before, groups);
        }
        if (archived != (before.facts().moments().archived() != null)) {
            change(id, MemberChange.of(archived ? Kind.ARCHIVE : Kind.RESTORE));
        }
        if (locked != (before.facts().moments().locked() != null)) {
            change(id, MemberChange.of(locked ? Kind.LOCK : Kind.UNLOCK));
        }
    }

    private void save(MemberId id, MemberProfile before, ProfileData data) {
        switch (profiles.edit(id, before.version(), data)) {
            case EditOutcome.Saved _ -> {}
            case EditOutcome.Refused(List<FieldProblem> problems) -> throw refusal(problems);
            case EditOutcome.ChangedMeanwhile _ ->
                throw Problems.of(HttpStatus.CONFLICT, texts.text("api.problem.changed-meanwhile", id.value()));
            case EditOutcome.Gone() -> throw lookups.notFound("api.problem.no-advocate", id.value());
        }
    }

    private void regroup(MemberId id, MemberProfile before, Set<GroupId> wanted) {
        Set<GroupId> held = before.groups().stream().map(Membership::group).collect(Collectors.toSet());
        var added = new HashSet<>(wanted);
        added.removeAll(held);
        held.removeAll(wanted);
        added.forEach(group -> change(id, new MemberChange(Kind.ADD_TO_GROUP, group)));
        held.forEach(group -> change(id, new MemberChange(Kind.REMOVE_FROM_GROUP, group)));
    }

    private void change(MemberId id, MemberChange change) {
        members.change(new MemberSelection.Some(Set.of(id)), change);
    }

    /** Returns {@code before} with what the body says; null and blank erase. */
    private ProfileData data(JsonBody body, ProfileData before) {
        var standard = new EnumMap<StandardField, String>(StandardField.class);
        standard.putAll(before.standard());
        NAMES.forEach((field, name) -> {
            if (body.has(name)) {
                String text = body.text(name);
                standard.put(field, text == null ? "" : text);
            }
        });
        FieldValues custom = before.custom();
        for (Map.Entry<String, List<String>> one : body.lists("fields").entrySet()) {
            FieldValues sofar = custom;
            custom = lookups.field(one.getKey(), body.findings())
                    .map(field -> sofar.with(field.id(), one.getValue()))
                    .orElse(sofar);
        }
        return new ProfileData(standard, custom);
    }

    private ErrorResponseException refusal(List<FieldProblem> problems) {
        var findings = new Findings(texts);
        problems.forEach(problem -> findings.add(
                where(problem.field()),
                texts.text(problem.messageKey(), problem.arguments().toArray())));
        return findings.refusal();
    }

    private String where(String field) {
        return Character.isDigit(field.charAt(0))
                ? "fields." + lookups.nameOf(field)
                : NAMES.getOrDefault(StandardField.valueOf(field), field);
    }

    private ErrorResponseException taken(MemberId holder) {
        var problem = Problems.of(HttpStatus.CONFLICT, texts.text("members.problem.emailTaken"));
        problem.getBody().setProperty("advocate", "/api/v1/advocates/" + holder.value());
        return problem;
    }

    private static Set<String> known(String... more) {
        var known = new TreeSet<>(NAMES.values());
        known.addAll(Set.of(more));
        return known;
    }
}
