package dev.muster.hub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.muster.hub.HubLogins;
import dev.muster.hub.LoggedInMember;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.testing.UiTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What members change about their own login. */
class MyProfileViewTest extends UiTest {

    private static final String OLD = "the one she joined with";
    private static final String NEW = "a better one for later";

    @Autowired
    HubLogins logins;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMemberOpensItsProfile() {
        StoredMember.contact(1, "Ana", "ana@a.example")
                .joined(Instant.parse("2026-01-05T08:00:00Z"))
                .in(jdbc);
        jdbc.sql("INSERT INTO member_login (member_id, password_hash, created_at) VALUES (1, ?, '2026-01-05')")
                .param(passwords.encode(OLD))
                .update();
        LoggedInMember ana = ana();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(ana, null, ana.getAuthorities()));
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        UI.getCurrent().navigate(MyProfileView.class);
    }

    @Test
    void aMemberChangesItsPasswordAndStaysLoggedIn() {
        change(OLD, NEW);

        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .contains("Password changed");
        assertThat(passwords.matches(NEW, ana().passwordHash())).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication())
                .extracting("principal")
                .isEqualTo(ana());
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        change("not the one she has", NEW);
        assertThat(field("Current password").getErrorMessage()).isEqualTo("This is not your current password.");

        change(OLD, "short");
        assertThat(field("New password").isInvalid()).isTrue();
        assertThat(passwords.matches(OLD, ana().passwordHash())).isTrue();
    }

    private void change(String current, String wanted) {
        test(field("Current password")).setValue(current);
        test(field("New password")).setValue(wanted);
        test(find(Button.class).withText("Change password").single()).click();
    }

    private PasswordField field(String label) {
        return find(PasswordField.class).withCaption(label).single();
    }

    private LoggedInMember ana() {
        return logins.find(new MemberId(1)).orElseThrow();
    }
}
