package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import dev.muster.members.SegmentCounts;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The choice between the segments of a list of members, with how many are in each. */
final class SegmentTabs extends Composite<Tabs> {

    private final Map<MemberSegment, Tab> tabs = new EnumMap<>(MemberSegment.class);
    private final Map<MemberSegment, Span> counts = new EnumMap<>(MemberSegment.class);

    private MemberSegment shown = MemberQuery.DEFAULT.segment();

    /**
     * Creates the choice.
     *
     * @param onChoice takes what a person chose
     */
    SegmentTabs(Consumer<MemberSegment> onChoice) {
        for (MemberSegment segment : MemberSegment.values()) {
            var count = new Span();
            count.addClassName("segment-count");
            var tab = new Tab(new Span(getTranslation("members.segment." + segment.name())), count);
            tabs.put(segment, tab);
            counts.put(segment, count);
            getContent().add(tab);
        }

        getContent().addSelectedChangeListener(change -> {
            tabs.forEach((segment, tab) -> {
                if (segment != shown && tab.equals(change.getSelectedTab())) {
                    onChoice.accept(segment);
                }
            });
        });

        getContent().addClassName("segments");
        getContent().getElement().setAttribute("aria-label", getTranslation("members.segment.label"));
    }

    void show(MemberSegment segment, SegmentCounts numbers) {
        shown = segment;
        getContent().setSelectedTab(tabs.get(segment));
        counts.forEach((each, count) -> count.setText(getTranslation("members.list.count", numbers.of(each))));
    }
}
