package dev.muster.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.common.HubSettings;
import dev.muster.security.CurrentUser;
import dev.muster.security.SetupLinks;
import dev.muster.testing.UiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DoorTest extends UiTest {

    @Autowired
    SetupLinks links;

    @Autowired
    HubSettings settings;

    @Autowired
    CurrentUser currentUser;

    @Test
    void aBadSetupKeySaysThatTheLinkIsNotValid() {
        openSetup("guessed");

        assertThat(find(H1.class).single().getText()).isEqualTo("This set-up link is not valid any more.");
        assertThat(find(Paragraph.class).single().getText())
                .isEqualTo("The newest one is in the server's start-up log.");
    }

    @Test
    void theSetupFormSaysWhatIsMissingAtEachField() {
        openSetup(links.fresh());
        test(field("Email")).setValue("mara@");
        test(find(PasswordField.class).single()).setValue("too short");

        test(find(Button.class).withText("Create administrator").single()).click();

        assertThat(field("Name").getErrorMessage()).isEqualTo("Name can't be blank");
        assertThat(field("Email").getErrorMessage()).isEqualTo("Email is invalid");
        assertThat(field("Company").getErrorMessage()).isEqualTo("Company can't be blank");
        assertThat(find(PasswordField.class).single().getErrorMessage())
                .isEqualTo("The password needs 12 characters or more.");
    }

    @Test
    void theSetupFormSaysThatAnAddressIsNeeded() {
        openSetup(links.fresh());
        test(field("Email")).setValue(" ");

        test(find(Button.class).withText("Create administrator").single()).click();

        assertThat(field("Email").getErrorMessage()).isEqualTo("Email can't be blank");
    }

    @Test
    void theSetupFormSaysHowStrongThePasswordIs() {
        openSetup(links.fresh());
        assertThat(strength()).isEqualTo("12 characters or more");

        assertThat(strengthOf("short")).isEqualTo("Too short");
        assertThat(strengthOf("aaaaaaaaaaaaaa")).isEqualTo("Weak");
        assertThat(strengthOf("correct horse")).isEqualTo("Good password");
        assertThat(strengthOf("correct horse battery")).isEqualTo("Strong password");
    }

    @Test
    void setUpCreatesTheAdministratorAndLogsThemIn() {
        openSetup(links.fresh());
        test(field("Name")).setValue("Mara Lindqvist");
        test(field("Email")).setValue("mara@lumen.example");
        test(field("Company")).setValue("Lumenworks");
        test(find(PasswordField.class).single()).setValue("correct horse battery");

        test(find(Button.class).withText("Create administrator").single()).click();

        assertThat(settings.company()).hasValue("Lumenworks");
        assertThat(currentUser.get().name()).isEqualTo("Mara Lindqvist");
    }

    @Test
    void theLoginPageHasItsErrorsInItsAddress() {
        UI.getCurrent().navigate("login", QueryParameters.of("error", ""));
        assertThat(find(LoginForm.class)
                        .single()
                        .getElement()
                        .getPropertyRaw("i18n")
                        .toString())
                .contains("Wrong e-mail or password.");

        UI.getCurrent().navigate("login", QueryParameters.of("throttled", ""));
        assertThat(find(LoginForm.class)
                        .single()
                        .getElement()
                        .getPropertyRaw("i18n")
                        .toString())
                .contains("Too many attempts. Try again in 5 minutes.");
    }

    private static void openSetup(String key) {
        UI.getCurrent().navigate("setup", QueryParameters.of("key", key));
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    private String strengthOf(String password) {
        test(find(PasswordField.class).single()).setValue(password);
        return strength();
    }

    private String strength() {
        return find(Span.class).withAttribute("aria-live", "polite").single().getText();
    }
}
