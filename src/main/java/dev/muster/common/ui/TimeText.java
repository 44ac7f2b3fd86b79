package dev.muster.common.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.shared.Tooltip;
import java.time.Instant;

/** A moment in a {@code <time>}: short to read, exact with its zone in the tooltip. */
@Tag("time")
public final class TimeText extends HtmlContainer {

    public TimeText(Instant moment, Times times) {
        setText(times.shown(moment));
        getElement().setAttribute("datetime", moment.toString());
        Tooltip.forComponent(this).setText(times.exact(moment));
    }
}
