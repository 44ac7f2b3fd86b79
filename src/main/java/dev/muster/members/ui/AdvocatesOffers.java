package dev.muster.members.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.members.MemberSelection;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** What features offer on the Advocates page. */
@SpringComponent
class AdvocatesOffers {

    private final ObjectProvider<AdvocatesAction> actions;
    private final ExportLinks links;

    AdvocatesOffers(ObjectProvider<AdvocatesAction> actions, ExportLinks links) {
        this.actions = actions;
        this.links = links;
    }

    /** Returns the entries of the {@code Actions} menu for whoever is logged in, in their order. */
    List<AdvocatesAction> actions() {
        return actions.stream()
                .filter(AdvocatesAction::isOffered)
                .sorted(Comparator.comparingInt(AdvocatesAction::order))
                .toList();
    }

    /** Returns a link that downloads whoever is selected. */
    Anchor link(MemberSelection selected) {
        return links.create(selected);
    }
}
