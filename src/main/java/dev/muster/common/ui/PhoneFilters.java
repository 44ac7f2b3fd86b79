package dev.muster.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

/** Filters that stand in the page; on a phone they have a screen of their own, behind a button that counts them. */
public final class PhoneFilters extends Div {

    private static final long serialVersionUID = 1;

    private final Component filters;
    private final Button button = new Button(Icons.FILTER.create());

    public PhoneFilters(Component filters) {
        this.filters = filters;
        button.addClickListener(_ -> open());
        button.addClassNames("aura-accent-neutral", "filter-button");
        addClassName("filter-place");
        add(filters);
    }

    /** Returns the button that opens the screen; the stylesheet shows it on phones alone. */
    public Button button() {
        return button;
    }

    /** Shows how many filters are set. */
    public void count(int set) {
        button.setText(
                set == 0 ? getTranslation("common.filter.button") : getTranslation("common.filter.button-set", set));
    }

    private void open() {
        var dialog = new Dialog(filters);
        var done = new Button(getTranslation("common.filter.done"), _ -> dialog.close());
        dialog.setHeaderTitle(getTranslation("common.filter.button"));
        dialog.addClassName("filter-dialog");
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClassName("filter-done");
        dialog.getFooter().add(done);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                add(filters);
            }
        });
        dialog.open();
    }
}
