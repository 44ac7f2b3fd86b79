package dev.muster.members.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.NewMembers;
import dev.muster.common.ui.SelectionAction;
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
    private final ObjectProvider<SelectionAction<MemberSelection>> offers;
    private final ObjectProvider<NewMembers> newMembers;

    BulkWork(
            MembersDesk desk,
            GroupDesk groups,
            CurrentUser user,
            ObjectProvider<SelectionAction<MemberSelection>> offers,
            ObjectProvider<NewMembers> newMembers) {
        this.desk = desk;
        this.groups = groups;
        this.user = user;
        this.offers = offers;
        this.newMembers = newMembers;
    }

    boolean mayChange() {
        return user.get().role().includes().contains(Role.MANAGER);
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

    ChangeOutcome change(MemberSelection selection, MemberChange change) {
        return desk.change(selection, change);
    }

    Optional<MemberTaskProgress> progress(MemberTaskId task) {
        return desk.progress(task);
    }

    Optional<MemberTaskId> running() {
        return mayChange() ? desk.running() : Optional.empty();
    }
}
