package dev.muster;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Muster: pages and background jobs in one process. */
@SpringBootApplication
@Push(transport = Transport.WEBSOCKET_XHR) // what people do comes as plain requests, which Spring Security guards
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@StyleSheet("shell.css")
@StyleSheet("states.css")
@StyleSheet("lists.css")
@StyleSheet("door.css")
@StyleSheet("members.css")
@StyleSheet("invitations.css")
@StyleSheet("mail.css")
@StyleSheet("email.css")
@StyleSheet("security.css")
@StyleSheet("hub.css")
@StyleSheet("imports.css")
@StyleSheet("imports-progress.css")
@StyleSheet("imports-dialog.css")
@StyleSheet("imports-steps.css")
@StyleSheet("imports-result.css")
@StyleSheet("phone.css")
public class Application implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/mark.svg", "any");
        settings.addMetaTag("robots", "noindex");
    }
}
