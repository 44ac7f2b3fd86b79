package dev.muster.mail.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.muster.mail.MailSegment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The parts of the outbox side by side, each with the number of letters in it. */
final class OutboxSegments extends Composite<Tabs> {

    private static final class SegmentTab extends Tab {

        private final MailSegment segment;
        private final Span count = new Span();

        SegmentTab(MailSegment segment) {
            this.segment = segment;
            count.addClassName("segment-count");
            // The space is for screen readers, which else read name and number as one word.
            add(new Text(getTranslation("mail.outbox.segment." + segment) + " "), count);
        }

        void show(MailSegment selected, long letters) {
            count.setText(String.format(Locale.ENGLISH, "%,d", letters));
            setVisible(segment != MailSegment.CANCELLED || letters > 0 || segment == selected);
        }
    }

    private final List<SegmentTab> tabs =
            Arrays.stream(MailSegment.values()).map(SegmentTab::new).toList();

    /**
     * Creates the segments.
     *
     * @param chosen takes the part that is shown from now on
     */
    OutboxSegments(Consumer<MailSegment> chosen) {
        tabs.forEach(getContent()::add);

        getContent().addSelectedChangeListener(change -> {
            if (change.getSelectedTab() instanceof SegmentTab tab) {
                chosen.accept(tab.segment);
            }
        });

        getContent().addClassNames("segments", "segments-many");
        getContent().getElement().setAttribute("aria-label", getTranslation("mail.outbox.segments"));
    }

    /** Shows {@code selected} as the part one is in, and how many letters are in each. */
    void show(MailSegment selected, Map<MailSegment, Long> letters) {
        for (SegmentTab tab : tabs) {
            tab.show(selected, letters.getOrDefault(tab.segment, 0L));
            if (tab.segment == selected) {
                getContent().setSelectedTab(tab);
            }
        }
    }
}
