package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import dev.muster.common.ui.Times;
import dev.muster.members.FieldDefinition;
import dev.muster.members.HistoryEntry;
import java.util.List;

/** The last few changes of a member, and the way to all of them. */
final class LatestCard extends Composite<Div> {

    private static final int LATEST = 3;

    LatestCard(List<HistoryEntry> history, List<FieldDefinition> fields, Times times, Runnable showAll) {
        var heading = new Div(new H2(getTranslation("members.profile.latest")));
        heading.addClassName("section-heading");
        if (history.size() > LATEST) {
            var all = new Button(getTranslation("members.profile.all-changes"), _ -> showAll.run());
            all.addThemeVariants(ButtonVariant.TERTIARY);
            all.addClassName("link-button");
            heading.add(all);
        }
        getContent().addClassName("card");
        getContent().add(heading, new HistoryList(history.stream().limit(LATEST).toList(), fields, times));
    }
}
