package dev.muster.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Toasts;
import dev.muster.security.Account;
import dev.muster.security.AccountDesk;
import dev.muster.security.AccountDesk.PasswordOutcome;
import dev.muster.security.AppearanceDesk;
import dev.muster.security.ColorScheme;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;

/** What people may set about their own account. */
@Route("account")
@RolesAllowed(Role.Names.VIEWER)
class MyAccountView extends Page {

    private final transient AccountDesk desk;
    private final transient AppearanceDesk appearance;
    private final PasswordForm passwordForm = new PasswordForm(this::changePassword);

    MyAccountView(AccountDesk desk, AppearanceDesk appearance) {
        super("security.account.title");
        this.desk = desk;
        this.appearance = appearance;
        Account account = desk.mine();
        var person = new PersonForm(account.name(), account.email(), account.role(), this::rename);
        var colours = new AppearanceForm(appearance.colorScheme(), this::prefer);

        var cards = new Div(person, passwordForm, colours);
        cards.addClassName("account-cards");
        add(cards);
    }

    private void rename(String name) {
        FreshLogin.goOnAs(desk.rename(name));
        Toasts.done(getTranslation("security.account.saved"));
    }

    private void changePassword(String current, String wanted) {
        switch (desk.changePassword(current, wanted)) {
            case PasswordOutcome.Changed(var user) -> {
                FreshLogin.goOnAs(user);
                passwordForm.clear();
                Toasts.done(getTranslation("security.account.password-changed"));
            }
            case PasswordOutcome.Wrong() -> passwordForm.refuse("security.account.password-wrong");
            case PasswordOutcome.TooManyAttempts() -> passwordForm.refuse("security.account.throttled");
        }
    }

    private void prefer(ColorScheme scheme) {
        appearance.prefer(scheme);
    }
}
