package dev.muster.testing;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.server.VaadinSession;
import dev.muster.imports.ui.NoImports;
import dev.muster.security.LoggedIn;
import dev.muster.security.Role;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * A test of pages without a browser, in the application context of {@link ServiceTest}. A test first acts as someone
 * ({@link #actAs}), then navigates.
 */
@ServiceTest
@ExtendWith(NoImports.class)
@ViewPackages(packages = "dev.muster")
public abstract class UiTest extends SpringBrowserlessTest {

    @Autowired
    private Users users;

    /** Creates an account in the {@code role} and opens pages as it from here on. */
    protected LoggedIn actAs(String name, Role role) {
        LoggedIn user = users.actAs(name, role);
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        // What pages follow comes on other threads, which find the user in the session.
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        SecurityContextHolder.getContext());
        return user;
    }
}
