package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.Icons;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;

/** {@code Invite Contacts} on the Advocates page. */
@org.springframework.stereotype.Component
class InviteContactsAction implements AdvocatesAction {

    private static final int ORDER = 10;

    private final CurrentUser currentUser;

    InviteContactsAction(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public String titleKey() {
        return "invitations.list.title";
    }

    @Override
    public String icon() {
        return Icons.MAIL.symbol();
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
    public void run(Component page) {
        page.getUI().ifPresent(ui -> ui.navigate(InviteListView.class));
    }
}
