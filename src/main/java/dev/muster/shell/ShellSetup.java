package dev.muster.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.muster.common.Catalogue;
import dev.muster.security.AppearanceDesk;
import dev.muster.security.ColorScheme;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What holds for every tab: how errors and a lost connection are shown, and the colours of the very first paint. */
@Component
class ShellSetup implements VaadinServiceInitListener {

    private final transient AppearanceDesk appearance;
    private final transient FailureToasts failures;
    private final transient Catalogue texts;

    ShellSetup(AppearanceDesk appearance, FailureToasts failures, Catalogue texts) {
        this.appearance = appearance;
        this.failures = failures;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(session -> session.getSession().setErrorHandler(failures));
        service.addUIInitListener(init -> describeLostConnection(init.getUI()));
        service.setSystemMessagesProvider(info -> messages());
        event.addIndexHtmlRequestListener(this::paint);
    }

    private void describeLostConnection(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(texts.text("shell.connection.lost"));
        dialog.setDialogTextGaveUp(texts.text("shell.connection.gave-up"));
    }

    private SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.text("shell.logged-out.title"));
        messages.setSessionExpiredMessage(texts.text("shell.logged-out.way-on"));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(texts.text("shell.logged-out.no-cookie"));
        messages.setCookiesDisabledMessage(texts.text("shell.logged-out.way-on"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(texts.text("shell.failure.title"));
        messages.setInternalErrorMessage(texts.text("shell.failure.try-again"));
        return messages;
    }

    /** Puts the colours that the account prefers into the first HTML, so that a dark page never flashes white. */
    private void paint(IndexHtmlResponse response) {
        ColorScheme scheme = appearance.colorScheme();
        if (scheme != ColorScheme.SYSTEM) {
            String value = scheme.name().toLowerCase(Locale.ROOT);
            response.getDocument().selectXpath("/html").attr("theme", value).attr("style", "color-scheme: " + value);
        }
    }
}
