package dev.muster.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.security.ResetLinks;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import dev.muster.testing.Users;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PasswordResetViewTest extends UiTest {

    @Autowired
    ResetLinks links;

    @Autowired
    Users users;

    @Test
    void theAnswerDoesNotTellWhetherTheAddressIsKnown() {
        navigate(ForgotPasswordView.class);
        test(find(TextField.class).single()).setValue("nobody@hub.example");
        click("Send a link");

        assertThat(find(H1.class).single().getText()).isEqualTo("Check your mail");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("If we know this address, a mail is on its way.");
    }

    @Test
    void whatIsNoAddressIsSaidAtTheField() {
        navigate(ForgotPasswordView.class);
        test(find(TextField.class).single()).setValue("nobody");
        click("Send a link");

        assertThat(find(TextField.class).single().getErrorMessage()).isEqualTo("Email is invalid");
    }

    @Test
    void aMissingAddressIsSaidAtTheField() {
        navigate(ForgotPasswordView.class);
        click("Send a link");

        assertThat(find(TextField.class).single().getErrorMessage()).isEqualTo("Email can't be blank");
    }

    @Test
    void aLinkThatIsNotKnownSaysWhatToDo() {
        open("guessed");

        assertThat(find(H1.class).single().getText()).isEqualTo("We do not know this link");
        assertThat(find(PasswordField.class).exists()).isFalse();
    }

    @Test
    void aLinkSetsAPasswordOnce() {
        String token = links.fresh(users.create("Mara Lindqvist", Role.VIEWER).id());
        open(token);
        test(find(PasswordField.class).single()).setValue("too short");
        click("Save password");
        assertThat(find(PasswordField.class).single().getErrorMessage())
                .isEqualTo("The password needs 12 characters or more.");

        test(find(PasswordField.class).single()).setValue("correct horse battery");
        click("Save password");
        assertThat(find(H1.class).single().getText()).isEqualTo("Your password is changed");

        open(token);
        assertThat(find(H1.class).single().getText()).isEqualTo("This link was used already");
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private static void open(String key) {
        UI.getCurrent().navigate("password-reset", QueryParameters.of("key", key));
    }
}
