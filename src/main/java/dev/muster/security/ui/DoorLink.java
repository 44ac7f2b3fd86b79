package dev.muster.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;

/** Links between the pages before the shell. */
final class DoorLink {

    private DoorLink() {}

    static RouterLink toLogin() {
        return new RouterLink(UI.getCurrent().getTranslation("security.door.to-login"), LoginView.class);
    }

    static RouterLink toForgotPassword() {
        return new RouterLink(UI.getCurrent().getTranslation("security.door.new-link"), ForgotPasswordView.class);
    }
}
