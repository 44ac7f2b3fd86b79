package dev.muster.imports.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.muster.common.ui.Icons;

/** The way back to the list, where the screen is too narrow for the breadcrumbs. */
final class BackToImports extends RouterLink {

    private static final long serialVersionUID = 1;

    BackToImports() {
        setRoute(ImportsView.class);
        add(Icons.CHEVRON_LEFT.create(), new Span(getTranslation("nav.imports")));
        addClassName("imp-back");
    }
}
