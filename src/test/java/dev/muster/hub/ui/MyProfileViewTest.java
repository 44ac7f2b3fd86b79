package dev.muster.hub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.hub.HubLogins;
import dev.muster.hub.JoinedAna;
import dev.muster.testing.UiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What members change about their own login. */
class MyProfileViewTest extends UiTest {

    private static final String NEW = "a better one for later";

    @Autowired
    HubLogins logins;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    private JoinedAna ana;

    @BeforeEach
    void aMemberOpensItsProfile() {
        ana = JoinedAna.in(jdbc, passwords, logins);
        ana.acts();
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        UI.getCurrent().navigate(MyProfileView.class);
    }

    @Test
    void aMemberChangesItsPasswordAndStaysLoggedIn() {
        change(JoinedAna.PASSWORD, NEW);

        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .contains("Password changed");
        assertThat(passwords.matches(NEW, ana.login().passwordHash())).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication())
                .extracting("principal")
                .isEqualTo(ana.login());
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        change("not the one she has", NEW);
        assertThat(field("Current password").getErrorMessage()).isEqualTo("This is not your current password.");

        change(JoinedAna.PASSWORD, "short");
        assertThat(field("New password").isInvalid()).isTrue();
        assertThat(passwords.matches(JoinedAna.PASSWORD, ana.login().passwordHash()))
                .isTrue();
    }

    @Test
    void savesOnlyWhatChanged() {
        Button save = find(Button.class).withText("Save").single();
        assertThat(save.isEnabled()).isFalse();

        test(find(TextField.class).withCaption("Title").single()).setValue("CTO");
        test(save).click();

        assertThat(save.isEnabled()).isFalse();
        assertThat(jdbc.sql("SELECT title FROM member WHERE id = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("CTO");
    }

    private void change(String current, String wanted) {
        test(field("Current password")).setValue(current);
        test(field("New password")).setValue(wanted);
        test(find(Button.class).withText("Change password").single()).click();
    }

    private PasswordField field(String label) {
        return find(PasswordField.class).withCaption(label).single();
    }
}
