package dev.muster.members.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.Catalogue;
import dev.muster.common.ui.NewMembers;
import dev.muster.common.ui.SelectionAction;
import dev.muster.common.ui.TaskBar;
import dev.muster.members.ChangeOutcome;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberSelection;
import dev.muster.members.MemberTaskId;
import dev.muster.members.MemberTaskProgress;
import dev.muster.members.MembersDesk;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** What the Advocates page needs for work on many members. */
@SpringComponent
class BulkWork {

    private final MembersDesk desk;
    private final GroupDesk groups;
    private final CurrentUser user;
    private final Catalogue texts;
    private final ObjectProvider<SelectionAction<MemberSelection>> offers;
    private final ObjectProvider<NewMembers> newMembers;

    BulkWork(
            MembersDesk desk,
            GroupDesk groups,
            CurrentUser user,
            Catalogue texts,
            ObjectProvider<SelectionAction<MemberSelection>> offers,
            ObjectProvider<NewMembers> newMembers) {
        this.desk = desk;
        this.groups = groups;
        this.user = user;
        this.texts = texts;
        this.offers = offers;
        this.newMembers = newMembers;
    }

    boolean mayChange() {
        return user.has(Role.MANAGER);
    }

    List<GroupSummary> groups() {
        return groups.summaries();
    }

    /** Returns what other features offer for a selection, in its order. */
    List<SelectionAction<MemberSelection>> offers() {
        return offers.stream()
                .filter(SelectionAction::isOffered)
                .sorted(Comparator.comparingInt(SelectionAction::order))
                .toList();
    }

    List<NewMembers> newMembers() {
        return newMembers.stream().toList();
    }

    boolean isDoneAtOnce(long members) {
        return members <= MembersDesk.AT_ONCE;
    }

    ChangeOutcome change(MemberSelection selection, MemberChange change) {
        return desk.change(selection, change);
    }

    /** Returns how far the task with a number has come; empty where there is none. */
    Optional<TaskBar.Stand> stand(long task) {
        return desk.progress(new MemberTaskId(task))
                .map(now -> new TaskBar.Stand(
                        texts.text("members.task." + now.change().kind(), now.done(), now.total()),
                        now.done(),
                        now.total(),
                        now.finished()));
    }

    /** Returns, in words, what the task with a number has done. */
    Optional<String> end(long task) {
        return desk.progress(new MemberTaskId(task))
                .map(end -> texts.text("members.selection.done." + end.change().kind(), end.changed(), groupName(end)));
    }

    private String groupName(MemberTaskProgress end) {
        return groups().stream()
                .filter(group -> end.change().group().equals(Optional.of(group.id())))
                .map(GroupSummary::name)
                .findFirst()
                .orElse("");
    }

    Optional<MemberTaskId> running() {
        return mayChange() ? desk.running() : Optional.empty();
    }
}
