package dev.muster.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.muster.common.ui.AdminPart;
import dev.muster.common.ui.InitialsAvatar;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.State;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.Toasts;
import dev.muster.security.Account;
import dev.muster.security.AdminDesk;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Who can log in, and what each may do. */
@Route("admins")
@Menu(order = 330, title = "security.admins.title", icon = "shield")
@RolesAllowed(Role.Names.ADMINISTRATOR)
class AdminsView extends Page {

    private final transient AdminDesk desk;
    private final transient List<AdminPart> parts;
    private final UnorderedList list = new UnorderedList();

    AdminsView(AdminDesk desk, ObjectProvider<AdminPart> parts) {
        super("security.admins.title");
        this.desk = desk;
        this.parts = parts.orderedStream().toList();
        var add = new Button(getTranslation("security.admins.add"));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        list.addClassName("rows");

        add.addClickListener(click -> new NewAdminDialog(this::create).open());

        addActions(add);
        add(list);
        refresh();
    }

    private ListItem row(Account account) {
        var row = new ListItem(who(account));
        parts.forEach(part -> part.of(account.id().value()).ifPresent(row::add));
        if (!account.isEnabled()) {
            row.add(new StateBadge(State.DISABLED));
        }
        row.add(roleOf(account), switchOf(account));
        return row;
    }

    private static Div who(Account account) {
        var name = new Span(account.name());
        name.addClassName("who-name");
        var who = new Div(new InitialsAvatar(account.name()), name);
        who.addClassName("who");
        // Whoever came by the environment without a name is called by the address.
        if (!account.name().equals(account.email())) {
            var email = new Span(account.email());
            email.addClassNames("muted", "small");
            who.add(email);
        }
        return who;
    }

    private Select<Role> roleOf(Account account) {
        var select = new Select<Role>();
        select.setItems(Role.values());
        select.setItemLabelGenerator(role -> getTranslation("security.role." + role.name() + ".line"));
        select.setAriaLabel(getTranslation("security.admins.role-of", account.name()));
        select.setValue(account.role());
        select.addValueChangeListener(change -> show(desk.changeRole(account.id(), change.getValue())));
        return select;
    }

    private Button switchOf(Account account) {
        String key = account.isEnabled() ? "security.admins.disable" : "security.admins.enable";
        var button = new Button(getTranslation(key));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("aura-accent-neutral");
        button.setAriaLabel(getTranslation(key + "-of", account.name()));
        button.setDisableOnClick(true);
        button.addClickListener(
                click -> show(account.isEnabled() ? desk.disable(account.id()) : desk.enable(account.id())));
        return button;
    }

    private boolean create(AdminDesk.NewAccount wish) {
        boolean created = desk.create(wish) == AdminDesk.Outcome.DONE;
        if (created) {
            Toasts.done(getTranslation("security.admins.added", wish.name()));
            refresh();
        }
        return created;
    }

    private void show(AdminDesk.Outcome outcome) {
        if (outcome == AdminDesk.Outcome.LAST_ADMINISTRATOR) {
            Toasts.error(getTranslation("security.admins.last"));
        } else {
            Toasts.done(getTranslation("security.admins.saved"));
        }
        refresh();
    }

    private void refresh() {
        list.removeAll();
        desk.accounts().forEach(account -> list.add(row(account)));
    }
}
