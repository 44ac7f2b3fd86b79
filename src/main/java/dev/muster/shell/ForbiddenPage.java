package dev.muster.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.muster.security.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;

/** The page is there, but not for the role of whoever asks. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class ForbiddenPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    private static final String PAGES_OF_MEMBERS = "hub";

    private final transient CurrentUser currentUser;

    ForbiddenPage(CurrentUser currentUser) {
        super("shell.forbidden.title");
        this.currentUser = currentUser;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        boolean isForMembers = PAGES_OF_MEMBERS.equals(event.getLocation().getFirstSegment());
        String sentence = currentUser
                .find()
                .map(user -> isForMembers
                        ? getTranslation("shell.forbidden.members-only")
                        : getTranslation(
                                "shell.forbidden.text",
                                getTranslation("security.role." + user.role().name())))
                .orElse("");
        explain(sentence, wayHome(currentUser));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
