package dev.muster.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.muster.common.ui.Mark;

/** A page before the shell, such as the login: one narrow card under the mark. */
@JavaScript("context://accessibility.js")
abstract class DoorPage extends Composite<Main> implements HasDynamicTitle {

    private final String titleKey;
    private final Div card = new Div();
    private final Div body = new Div();

    DoorPage(String titleKey) {
        this.titleKey = titleKey;

        var name = new Span(getTranslation("common.brand"));
        name.addClassName("brand-name");
        var brand = new Div(new Mark(), name);
        brand.addClassName("brand");
        card.addClassName("door-card");
        body.addClassName("door-body");
        card.add(brand, body);

        getContent().addClassName("door");
        getContent().add(card);
    }

    void addToCard(Component... components) {
        body.add(components);
    }

    void clearCard() {
        body.removeAll();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.page.title", getTranslation(titleKey));
    }
}
