package dev.muster.imports;

import dev.muster.members.FieldChange;
import dev.muster.members.FieldId;
import dev.muster.members.FieldValues;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.StandardField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row does to the member it is about: a pure function of the member as it is, the row and the rules.
 *
 * @param after the member after the row; null where the row is rejected
 * @param changes what the row changes about a known member, with what was there before
 * @param invites whether an invitation goes out
 * @param issues what the admin is told
 */
record Decision(
        Outcome outcome, @Nullable MemberState after, List<FieldChange> changes, boolean invites, List<Issue> issues) {

    private static final StandardField[] FIELDS = StandardField.values();

    /** What becomes of a row that was rejected before anybody was looked up. */
    static final Decision REJECTED = new Decision(Outcome.REJECTED, null, List.of(), false, List.of());

    /** What becomes of a row that is about nobody. */
    static final Decision PASSED_OVER = new Decision(Outcome.UNCHANGED, null, List.of(), false, List.of());

    /** Decides about a row whose address nobody in the hub has. */
    static Decision ofNew(Draft draft, ImportRules rules, Instant now) {
        if (draft.text(StandardField.NAME) == null) {
            Issue issue = Issue.ofCell(Issue.Kind.NAME_BLANK, StandardField.NAME.header(), "");
            return new Decision(Outcome.REJECTED, null, List.of(), false, List.of(issue));
        }
        boolean invites = rules.invite();
        Standing standing = Standing.fresh(rules.kind());
        var after = new MemberState(
                draft.email(),
                draft.texts(),
                draft.values(),
                invites ? standing.invited(now) : standing,
                rules.groupsOfANewMember());
        return new Decision(Outcome.CREATED, after, List.of(), invites, List.of());
    }

    /** Decides about a row whose address the member {@code before} has. */
    static Decision ofKnown(MemberState before, Draft draft, ImportRules rules, Instant now) {
        var changes = new ArrayList<FieldChange>(0);
        Map<StandardField, String> texts = texts(before, draft, rules.policies(), changes);
        FieldValues values = values(before.values(), draft, rules.policies(), changes);
        Set<GroupId> groups = groups(before.groups(), rules.groups(), changes);
        Standing standing = before.standing();
        boolean invites = rules.invite() && standing.mayBeInvited();
        MemberState after = changes.isEmpty() && !invites
                ? before
                : new MemberState(before.email(), texts, values, invites ? standing.invited(now) : standing, groups);
        return new Decision(
                changes.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED, after, changes, invites, notes(before));
    }

    private static Map<StandardField, String> texts(
            MemberState before, Draft draft, FieldPolicies policies, List<FieldChange> changes) {
        var after = new HashMap<StandardField, String>(0);
        for (StandardField field : FIELDS) {
            String cell = draft.text(field);
            String old = before.texts().get(field);
            // Nothing is changed by what is there already, whatever the policy; and that is nearly every cell.
            String text = cell == null || cell.equals(old) ? old : policies.after(field, old, cell);
            if (text != null && !text.equals(old)) {
                after.put(field, text);
                changes.add(FieldChange.of(field, old, text));
            }
        }
        for (StandardField field : draft.erased().standard()) {
            String old = after.getOrDefault(field, before.texts().get(field));
            if (old != null && policies.mayErase(field)) {
                after.put(field, "");
                changes.add(FieldChange.of(field, old, null));
            }
        }
        return withAll(before.texts(), after);
    }

    /** Returns a copy of {@code texts} with those of {@code changed}, of which an empty one erases the field. */
    private static Map<StandardField, String> withAll(
            Map<StandardField, String> texts, Map<StandardField, String> changed) {
        if (changed.isEmpty()) {
            return texts;
        }
        var all = new EnumMap<StandardField, String>(StandardField.class);
        all.putAll(texts);
        all.putAll(changed);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    private static FieldValues values(
            FieldValues before, Draft draft, FieldPolicies policies, List<FieldChange> changes) {
        var after = new HashMap<FieldId, List<String>>(0);
        for (FieldId field : draft.values().equals(before)
                ? List.<FieldId>of()
                : draft.values().fields()) {
            List<String> old = before.of(field);
            List<String> values = policies.after(field, old, draft.values().of(field));
            if (!values.equals(old)) {
                after.put(field, values);
                changes.add(FieldChange.of(field, old, values));
            }
        }
        for (FieldId field : draft.erased().custom()) {
            List<String> old = after.getOrDefault(field, before.of(field));
            if (!old.isEmpty() && policies.mayErase(field)) {
                after.put(field, List.of());
                changes.add(FieldChange.of(field, old, List.of()));
            }
        }
        return before.withAll(after);
    }

    private static Set<GroupId> groups(Set<GroupId> before, List<GroupSummary> chosen, List<FieldChange> changes) {
        if (chosen.isEmpty()) {
            return before;
        }
        var after = new HashSet<>(before);
        for (GroupSummary group : chosen) {
            if (after.add(group.id())) {
                changes.add(FieldChange.addedToGroup(group.name()));
            }
        }
        return after.size() == before.size() ? before : after;
    }

    private static List<Issue> notes(MemberState member) {
        Standing standing = member.standing();
        var notes = new ArrayList<Issue>(0);
        if (standing.isTaken()) {
            notes.add(Issue.ofCell(
                    Issue.Kind.ALREADY_TAKEN,
                    StandardField.EMAIL.header(),
                    member.email().shown()));
        }
        if (standing.archived()) {
            notes.add(Issue.ofRow(Issue.Kind.ARCHIVED));
        }
        if (standing.locked()) {
            notes.add(Issue.ofRow(Issue.Kind.LOCKED));
        }
        if (standing.optedOut()) {
            notes.add(Issue.ofRow(Issue.Kind.OPTED_OUT));
        }
        return notes;
    }
}
