package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import dev.muster.common.ui.ProfilePart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a profile. */
final class ProfileTabs extends Composite<TabSheet> {

    private final Tab history = new Tab(getTranslation("members.profile.history"));

    ProfileTabs(
            @Nullable Component form,
            Component groups,
            int groupCount,
            List<ProfilePart.Tab> more,
            Component timeline,
            @Nullable Component danger) {
        var count = new Span(getTranslation("members.list.count", groupCount));
        count.addClassName("segment-count");
        var card = new Div(timeline);
        card.addClassName("card");
        getContent().add(new Tab(getTranslation("members.profile.tab")), form);
        getContent().add(new Tab(new Span(getTranslation("members.profile.groups")), count), groups);
        more.forEach(part -> getContent().add(new Tab(part.title()), part.content()));
        getContent().add(history, card);
        if (danger != null) {
            getContent().add(new Tab(getTranslation("members.danger.title")), danger);
        }
        getContent().addClassName("profile-tabs");
        getContent().addThemeVariants(TabSheetVariant.NO_PADDING, TabSheetVariant.AURA_NO_BORDER);
    }

    int selected() {
        return getContent().getSelectedIndex();
    }

    void select(int index) {
        getContent().setSelectedIndex(index);
    }

    void selectHistory() {
        getContent().setSelectedTab(history);
    }
}
