package dev.muster.members;

import dev.muster.common.AnotherTurn;
import dev.muster.common.WhiteSpace;
import dev.muster.members.SaveOutcome.Outdated;
import dev.muster.members.SaveOutcome.Refused;
import dev.muster.members.SaveOutcome.Saved;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups of the hub. */
@Service
@AnotherTurn
public class GroupDesk {

    private final Groups groups;
    private final GroupRows rows;
    private final GroupRules rules;
    private final AuditLog audit;
    private final FormSaves saves;
    private final MemberPulse pulse;
    private final Clock clock;

    GroupDesk(
            Groups groups,
            GroupRows rows,
            GroupRules rules,
            AuditLog audit,
            FormSaves saves,
            MemberPulse pulse,
            Clock clock) {
        this.audit = audit;
        this.groups = groups;
        this.rows = rows;
        this.rules = rules;
        this.saves = saves;
        this.pulse = pulse;
        this.clock = clock;
    }

    /** Returns all groups by name. Asks for no right, since jobs read them too. */
    @Transactional(readOnly = true)
    public List<GroupSummary> summaries() {
        return rows.summaries();
    }

    /** Returns the groups that every new member joins. Asks for no right, since jobs read them too. */
    @Transactional(readOnly = true)
    public List<GroupId> joinedByDefault() {
        return rows.joinedByDefault();
    }

    /** Returns the group with this join code, without regard to case. Asks for no right: whoever has the code may. */
    @Transactional(readOnly = true)
    public Optional<GroupId> withJoinCode(String joinCode) {
        return Optional.ofNullable(Group.keyOf(joinCode))
                .flatMap(groups::findByJoinCodeKey)
                .map(Group::id);
    }

    /** Returns all groups by name, with their members counted. Reads every membership once: not for every click. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('VIEWER')")
    public List<GroupDetails> all() {
        return rows.details();
    }

    /** Returns the group with its members counted, or empty where it is gone. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('VIEWER')")
    public Optional<GroupDetails> find(GroupId id) {
        return rows.details(id);
    }

    /** Creates a group. */
    @PreAuthorize("hasRole('MANAGER')")
    public SaveOutcome<GroupId> create(GroupDraft draft) {
        return saves.save(() -> {
            List<FormProblem> problems = rules.problems(draft, null);
            if (!problems.isEmpty()) {
                return new Refused<>(problems);
            }
            GroupId id = groups.saveAndFlush(new Group(draft, clock.instant())).id();
            pulse.beat();
            record("group.create", id, draft.changesFrom(null));
            return new Saved<>(id);
        });
    }

    /**
     * Returns the group called {@code name}, without regard to case and extra white space; where there is none, it is
     * created, without a join code. For a dialog in which a group can be added on the spot.
     *
     * @param name not blank, at most 255 code points
     * @throws IllegalArgumentException where no group can have this name
     */
    @PreAuthorize("hasRole('MANAGER')")
    public GroupSummary create(String name) {
        return named(name).orElseGet(() -> {
            SaveOutcome<GroupId> outcome = create(new GroupDraft(name, null, false));
            if (outcome instanceof Saved<GroupId>(GroupId id)) {
                return new GroupSummary(id, WhiteSpace.clean(name));
            }
            return named(name)
                    .orElseThrow(
                            () -> new IllegalArgumentException("No group can have this name: %s".formatted(outcome)));
        });
    }

    /**
     * Changes a group.
     *
     * @param version the version that the form was opened with
     */
    @PreAuthorize("hasRole('MANAGER')")
    public SaveOutcome<GroupId> change(GroupId id, long version, GroupDraft draft) {
        return saves.save(() -> {
            Group group = groups.findById(id.value()).orElse(null);
            if (group == null || !group.isAt(version)) {
                return new Outdated<>();
            }
            List<FormProblem> problems = rules.problems(draft, group);
            if (!problems.isEmpty()) {
                return new Refused<>(problems);
            }
            AuditDetail changes = draft.changesFrom(group.asDraft());
            group.become(draft);
            groups.flush();
            pulse.beat(); // lists name the groups
            record("group.change", id, changes);
            return new Saved<>(id);
        });
    }

    /** Deletes a group and all its memberships, effective and pending; nothing happens where it is gone. */
    @Transactional
    @PreAuthorize("hasRole('MANAGER')")
    public void delete(GroupId id) {
        Optional<Group> group = groups.findById(id.value());
        rows.delete(id);
        pulse.beat();
        group.ifPresent(gone ->
                record("group.delete", id, AuditDetail.named(gone.asDraft().name())));
    }

    private void record(String action, GroupId id, AuditDetail detail) {
        audit.record(action, "group", Long.toString(id.value()), detail.text());
    }

    private Optional<GroupSummary> named(String name) {
        return groups.findByNameKey(WhiteSpace.nameKey(name)).map(Group::summary);
    }
}
