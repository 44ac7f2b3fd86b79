package dev.muster.imports;

import dev.muster.imports.MemberRows.MemberWrite;
import dev.muster.invitations.ImportedInvitations.Waiting;
import dev.muster.members.FieldChange;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import dev.muster.members.FieldValues;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import dev.muster.members.StandardField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an undo does about one member. Values alone: it reads and writes nothing.
 *
 * @param removed whether the member goes, with all that hangs on it
 * @param after the member's row as it is to be; null where it stays as it is
 * @param changes for the member's history
 * @param memberships those that go
 * @param cancels whether an invitation of the import that has not gone out is taken back
 */
record UndoDecision(
        TouchedMember touched,
        boolean removed,
        @Nullable MemberState after,
        List<FieldChange> changes,
        List<GroupSummary> memberships,
        boolean cancels,
        List<Leftover> leftovers) {

    /** Decides about {@code touched}. */
    static UndoDecision of(TouchedMember touched, UndoRules rules) {
        return touched.created() ? ofCreated(touched, rules) : ofKnown(touched, rules);
    }

    /** Tells how many fields are as they were before. */
    long restored() {
        return changes.stream()
                .filter(change -> !change.field().equals(FieldChange.GROUP))
                .count();
    }

    /** Returns what to write to the member's row; empty where nothing changes. */
    Optional<MemberWrite> write() {
        return Optional.ofNullable(after).map(state -> new MemberWrite(id(), state));
    }

    long id() {
        return touched.known().id();
    }

    private static UndoDecision ofCreated(TouchedMember touched, UndoRules rules) {
        KeptReason reason = reasonToStay(touched);
        var leftovers = new ArrayList<Leftover>();
        if (reason != null) {
            leftovers.add(new Leftover(Leftover.MEMBER, reason, null));
        }
        if (touched.invitation().wasSent() && reason != KeptReason.JOINED) {
            leftovers.add(new Leftover(Leftover.INVITATION, KeptReason.SENT, null));
        }
        return reason == null
                ? new UndoDecision(
                        touched,
                        true,
                        null,
                        List.of(),
                        touched.memberships(),
                        touched.invitation().waiting() != null,
                        leftovers)
                : staying(touched, touched.known().state(), new ArrayList<>(), leftovers, rules);
    }

    private static @Nullable KeptReason reasonToStay(TouchedMember touched) {
        Standing standing = touched.known().state().standing();
        if (standing.joinedAt() != null) {
            return KeptReason.JOINED;
        }
        if (standing.optedOut()) {
            return KeptReason.OPTED_OUT;
        }
        if (standing.archived()) {
            return KeptReason.ARCHIVED;
        }
        if (standing.locked()) {
            return KeptReason.LOCKED;
        }
        if (touched.invitation().invitedOtherwise()) {
            return KeptReason.INVITED;
        }
        return touched.editedSince() ? KeptReason.EDITED : null;
    }

    private static UndoDecision ofKnown(TouchedMember touched, UndoRules rules) {
        var net = new NetChanges();
        touched.changes().forEach(net::add);
        var changes = new ArrayList<FieldChange>();
        var leftovers = new ArrayList<Leftover>();
        MemberState state = touched.known().state();
        for (FieldChange written : net.rest()) {
            if (!written.field().equals(FieldChange.GROUP)) {
                state = takenBack(state, written, rules, changes, leftovers);
            }
        }
        if (touched.invitation().wasSent()) {
            leftovers.add(new Leftover(Leftover.INVITATION, KeptReason.SENT, null));
        }
        return staying(touched, state, changes, leftovers, rules);
    }

    private static UndoDecision staying(
            TouchedMember touched,
            MemberState values,
            List<FieldChange> changes,
            List<Leftover> leftovers,
            UndoRules rules) {
        List<GroupSummary> left = touched.memberships().stream()
                .filter(group -> rules.groups().contains(group.id()))
                .toList();
        left.forEach(group -> changes.add(FieldChange.removedFromGroup(group.name())));
        Waiting waiting = touched.invitation().waiting();
        MemberState after = waiting == null ? values : uninvited(values, waiting);
        boolean isSame = after.equals(touched.known().state());
        return new UndoDecision(touched, false, isSame ? null : after, changes, left, waiting != null, leftovers);
    }

    /** An import invites only who never was, so without its invitation there is none; unless there was another since. */
    private static MemberState uninvited(MemberState member, Waiting invitation) {
        Standing now = member.standing();
        if (!invitation.promisedAt().equals(now.lastInvitedAt())) {
            return member;
        }
        boolean isNominee = invitation.fromNominee() && now.joinedAt() == null;
        var before = new Standing(
                isNominee ? MemberKind.NOMINEE : now.kind(),
                null,
                null,
                now.joinedAt(),
                now.archived(),
                now.locked(),
                now.optedOut());
        return new MemberState(member.email(), member.texts(), member.values(), before, member.groups());
    }

    private static MemberState takenBack(
            MemberState member,
            FieldChange written,
            UndoRules rules,
            List<FieldChange> changes,
            List<Leftover> leftovers) {
        List<String> now = valuesOf(member, written);
        if (now.equals(written.before())) {
            return member;
        }
        KeptReason reason = reasonToKeep(written, now, rules);
        if (reason != null) {
            if (reason != KeptReason.FIELD_DELETED || !written.before().isEmpty()) {
                leftovers.add(new Leftover(
                        written.field(), reason, new Leftover.Values(written.before(), written.after(), now)));
            }
            return member;
        }
        changes.add(new FieldChange(written.field(), written.after(), written.before()));
        return with(member, written.field(), written.before());
    }

    private static @Nullable KeptReason reasonToKeep(FieldChange written, List<String> now, UndoRules rules) {
        Optional<FieldId> custom = written.customField();
        if (custom.isPresent() && !rules.fields().containsKey(custom.get())) {
            return KeptReason.FIELD_DELETED;
        }
        if (!now.equals(written.after())) {
            return KeptReason.CHANGED;
        }
        boolean takesOne = custom.map(rules.fields()::get)
                .map(FieldDefinition::type)
                .filter(type -> type != FieldType.MULTI_SELECT)
                .isPresent();
        return takesOne && written.before().size() > 1 ? KeptReason.ONE_VALUE : null;
    }

    private static List<String> valuesOf(MemberState member, FieldChange written) {
        return written.customField()
                .map(member.values()::of)
                .orElseGet(() -> Optional.ofNullable(member.texts().get(StandardField.valueOf(written.field())))
                        .map(List::of)
                        .orElse(List.of()));
    }

    private static MemberState with(MemberState member, String name, List<String> values) {
        var change = new FieldChange(name, List.of(), values);
        FieldValues custom = change.customField()
                .map(field -> member.values().with(field, values))
                .orElse(member.values());
        Map<StandardField, String> texts = new EnumMap<>(StandardField.class);
        texts.putAll(member.texts());
        change.standardField().ifPresent(field -> {
            if (values.isEmpty()) {
                texts.remove(field);
            } else {
                texts.put(field, values.getFirst());
            }
        });
        return new MemberState(member.email(), texts, custom, member.standing(), member.groups());
    }
}
