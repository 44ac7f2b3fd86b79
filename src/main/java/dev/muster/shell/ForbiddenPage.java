package dev.muster.shell;

import com.vaadin.flow.component.html.Anchor;
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

    ForbiddenPage(CurrentUser currentUser) {
        super("shell.forbidden.title");
        String sentence = currentUser
                .find()
                .map(user -> getTranslation(
                        "shell.forbidden.text",
                        getTranslation("security.role." + user.role().name())))
                .orElse("");
        boolean isAdmin = currentUser.find().isPresent();
        explain(
                sentence,
                isAdmin
                        ? new Anchor("advocates", getTranslation("shell.not-found.way-on"))
                        : new Anchor("hub", getTranslation("shell.forbidden.to-hub")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
