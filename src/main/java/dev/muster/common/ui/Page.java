package dev.muster.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A page inside the shell: a header with the one {@code h1}, a line under it and the actions at its end, then the
 * content. The browser's title and the last breadcrumb follow the heading.
 */
public abstract class Page extends Composite<Main> implements HasDynamicTitle {

    /** The browser takes the focus from what is hidden only when it draws the page again. */
    private static final String CATCH_FOCUS = """
            setTimeout(() => {
                if (document.activeElement === document.body) {
                    document.querySelector('.page h1')?.focus();
                }
            }, 100);""";

    private final String headingKey;
    private final H1 heading = new H1();
    private final Div headingLine = new Div(heading);
    private final Paragraph subtitle = new Paragraph();
    private final Div titles = new Div(headingLine, subtitle);
    private final Div actions = new Div();
    private final Div header = new Div(titles, actions);

    /**
     * Creates a page.
     *
     * @param headingKey the key of its heading; {@link #setHeading} replaces it where the heading is data
     */
    protected Page(String headingKey) {
        this.headingKey = headingKey;
    }

    @Override
    protected final Main initContent() {
        if (heading.getText().isEmpty()) {
            heading.setText(getTranslation(headingKey));
        }
        heading.getElement().setAttribute("tabindex", "-1");
        headingLine.addClassName("page-heading");
        subtitle.addClassName("page-subtitle");
        subtitle.setVisible(!subtitle.getText().isEmpty() || subtitle.getComponentCount() > 0);
        titles.addClassName("page-titles");
        actions.addClassName("page-actions");
        header.addClassName("page-header");
        var page = new Main(header);
        page.addClassName("page");
        return page;
    }

    /** Shows {@code text}, such as a name, as the heading. */
    protected final void setHeading(String text) {
        heading.setText(text);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    /** Returns the text of the heading. */
    public final String heading() {
        getContent();
        return heading.getText();
    }

    /** Puts {@code components}, such as a {@link StateBadge}, right of the heading. */
    protected final void addBesideHeading(Component... components) {
        headingLine.add(components);
    }

    /** Puts {@code component}, such as an {@link InitialsAvatar}, left of the heading. */
    protected final void addBeforeHeading(Component component) {
        header.addComponentAsFirst(component);
        header.addClassName("page-header-pictured");
    }

    /** Shows {@code text} under the heading; an empty one hides the line. */
    protected final void setSubtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
    }

    /** Shows {@code components} under the heading, in place of what was there. */
    protected final void setSubtitle(Component... components) {
        subtitle.removeAll();
        subtitle.add(components);
        subtitle.setVisible(components.length > 0);
    }

    /** Adds buttons or menus to the end of the header; the primary one comes last. */
    protected final void addActions(Component... components) {
        actions.add(components);
    }

    /** Adds {@code components} under the header. */
    protected final void add(Component... components) {
        getContent().add(components);
    }

    /** Moves the focus to the heading, so that a screen reader reads where one is; the shell asks on a new address. */
    public void focusHeading() {
        heading.getElement().callJsFunction("focus");
    }

    /** Moves the focus to the heading of the page that {@code ui} shows, where what has it now goes away. */
    public static void catchFocus(UI ui) {
        ui.getPage().executeJs(CATCH_FOCUS);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.page.title", heading());
    }
}
