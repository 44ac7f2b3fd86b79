package dev.muster.testbench;

import com.vaadin.flow.component.button.testbench.ButtonElement;
import com.vaadin.flow.component.textfield.testbench.PasswordFieldElement;
import com.vaadin.flow.component.textfield.testbench.TextFieldElement;
import com.vaadin.testbench.HasElementQuery;

/** The login page. */
record LoginPage(HasElementQuery page) {

    void logIn(String email, String password) {
        page.$(TextFieldElement.class).withCaption("Email").waitForFirst().setValue(email);
        page.$(PasswordFieldElement.class).withCaption("Password").first().setValue(password);
        page.$(ButtonElement.class).withText("Log in").first().click();
    }
}
