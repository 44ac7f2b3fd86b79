package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.NewAdvocateOption;
import dev.muster.common.ui.Toasts;
import dev.muster.members.GroupDesk;
import dev.muster.members.MemberId;
import dev.muster.members.MemberRegister;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import org.springframework.beans.factory.ObjectProvider;

/** Adds one advocate by hand. */
@SpringComponent
class AddAdvocateAction implements AdvocatesAction {

    private static final int ORDER = 30;

    private final MemberRegister register;
    private final GroupDesk groups;
    private final CurrentUser user;
    private final ObjectProvider<NewAdvocateOption> options;

    AddAdvocateAction(
            MemberRegister register, GroupDesk groups, CurrentUser user, ObjectProvider<NewAdvocateOption> options) {
        this.register = register;
        this.groups = groups;
        this.user = user;
        this.options = options;
    }

    @Override
    public String titleKey() {
        return "members.add.title";
    }

    @Override
    public String icon() {
        return Icons.PLUS.symbol();
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean isOffered() {
        return user.has(Role.MANAGER);
    }

    @Override
    public void run(Component page) {
        new AddAdvocateDialog(
                        groups.summaries(),
                        options.orderedStream()
                                .filter(NewAdvocateOption::isOffered)
                                .toList(),
                        register::add,
                        new AddAdvocateDialog.Outcome(
                                (name, id) -> added(page, name, id), AddAdvocateAction::openProfile))
                .open();
    }

    private static void added(Component page, String name, MemberId id) {
        if (page instanceof AdvocatesView advocates) {
            advocates.reload();
        }
        Toasts.done(
                page.getTranslation("members.add.added", name),
                page.getTranslation("members.add.open-profile"),
                () -> openProfile(id));
    }

    private static void openProfile(MemberId id) {
        UI.getCurrent().navigate(ProfileView.class, id.value());
    }
}
