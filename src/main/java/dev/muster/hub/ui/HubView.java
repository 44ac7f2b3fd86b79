package dev.muster.hub.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Toasts;
import dev.muster.hub.CurrentMember;
import dev.muster.members.OwnProfile;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;

/** The first page of a member. */
@Route(value = "hub", layout = HubLayout.class, autoLayout = false)
@RolesAllowed(Role.Names.MEMBER)
class HubView extends Page implements BeforeEnterObserver {

    HubView(CurrentMember member, OwnProfile profiles) {
        super("hub.home.title");
        profiles.find(member.id()).ifPresent(self -> setHeading(getTranslation("hub.home.hello", self.name())));
        add(new EmptyState(Icons.INBOX, getTranslation("hub.home.empty"), ""));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey("joined")) {
            Toasts.done(getTranslation("hub.home.joined"));
        }
    }
}
