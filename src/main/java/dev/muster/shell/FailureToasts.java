package dev.muster.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.muster.common.Catalogue;
import dev.muster.common.ui.Toasts;
import dev.muster.security.CurrentUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Says that a click or another step on a page failed, with the reference under which the log has it. */
@Component
class FailureToasts implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureToasts.class);

    private final transient FailureLog failures;
    private final transient Catalogue texts;
    private final transient CurrentUser currentUser;

    FailureToasts(FailureLog failures, Catalogue texts, CurrentUser currentUser) {
        this.failures = failures;
        this.texts = texts;
        this.currentUser = currentUser;
    }

    @Override
    public void error(ErrorEvent event) {
        if (ClosedTab.causes(event.getThrowable())) {
            LOG.debug("A tab was closed before its answer was written.", event.getThrowable());
            return;
        }
        String text = textFor(event.getThrowable());
        if (UI.getCurrent() != null) {
            Toasts.error(text);
        }
    }

    private String textFor(Throwable failure) {
        if (failure instanceof AccessDeniedException) {
            return currentUser
                    .find()
                    .map(user -> texts.text(
                            "shell.forbidden.step",
                            texts.text("security.role." + user.role().name())))
                    .orElseGet(() -> texts.text("shell.logged-out.title"));
        }
        return texts.text("shell.failure.step", failures.record("A step on a page failed", failure));
    }
}
