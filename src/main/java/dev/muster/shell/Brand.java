package dev.muster.shell;

import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Mark;

/** The mark and the name of the product. */
final class Brand extends Span {

    Brand() {
        var name = new Span(getTranslation("common.brand"));
        name.addClassName("brand-name");
        addClassName("brand");
        add(new Mark(), name);
    }
}
