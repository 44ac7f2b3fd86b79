package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.Catalogue;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.SelectionAction;
import dev.muster.common.ui.Toasts;
import dev.muster.invitations.InvitePlan;
import dev.muster.invitations.SelectionDesk;
import dev.muster.members.MemberSelection;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import java.util.Optional;

/** {@code Invite} for whoever is selected on the Advocates page. */
@SpringComponent
class InviteSelection implements SelectionAction<MemberSelection> {

    private static final int ORDER = 10;

    private final SelectionDesk desk;
    private final CurrentUser currentUser;
    private final Catalogue texts;

    InviteSelection(SelectionDesk desk, CurrentUser currentUser, Catalogue texts) {
        this.desk = desk;
        this.currentUser = currentUser;
        this.texts = texts;
    }

    @Override
    public String titleKey() {
        return "invitations.bulk.invite";
    }

    @Override
    public String icon() {
        return Icons.SEND.symbol();
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean isOffered() {
        return currentUser.has(Role.MANAGER);
    }

    @Override
    public void run(Component page, MemberSelection selection, long count, Runnable done) {
        Optional<String> obstacle = desk.obstacle();
        if (obstacle.isPresent()) {
            Toasts.error(obstacle.get());
            return;
        }
        InvitePlan plan = desk.plan(selection);
        if (plan.invited() == 0) {
            Toasts.error(InviteWords.nobody(plan));
            return;
        }
        Question.before(
                texts.text("invitations.bulk.question", count),
                InviteWords.consequence(plan),
                texts.text("invitations.bulk.invite"),
                () -> invite(selection, done));
    }

    private void invite(MemberSelection selection, Runnable done) {
        SelectionDesk.Outcome outcome = desk.invite(selection);
        done.run();
        if (outcome instanceof SelectionDesk.Outcome.Invited(int invited)) {
            Toasts.done(
                    texts.text("invitations.invite.queued", invited),
                    texts.text("invitations.invite.open-outbox"),
                    () -> UI.getCurrent().navigate("outbox"));
        }
    }
}
