package dev.muster.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A page could not be opened because of a mistake in Muster. The log has the rest under the same reference. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailurePage extends ErrorPage implements HasErrorParameter<Exception> {

    private final transient FailureLog failures;

    FailurePage(FailureLog failures) {
        super("shell.failure.title");
        this.failures = failures;

        var again = new Button(
                getTranslation("shell.failure.try-again"),
                click -> click.getSource().getUI().ifPresent(ui -> ui.getPage().reload()));
        again.addThemeVariants(ButtonVariant.PRIMARY);

        explain(getTranslation("shell.failure.text"), again);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String place =
                "The page /%s could not be opened".formatted(event.getLocation().getPath());
        addSmall(getTranslation("shell.failure.reference", failures.record(place, parameter.getException())));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
