package dev.muster.common.ui;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** A field that searches a moment after the last key. With the class {@code takes-search-key}, {@code /} leads to it. */
@JavaScript("context://search-key.js")
public final class SearchField extends TextField {

    private static final long serialVersionUID = 1;

    private static final int PAUSE_MS = 300;

    /**
     * @param label what can be searched for; stands in the field while it is empty, and is its name for screen readers
     * @param onSearch called with what a person typed; not when a value is set by {@link #setValue}
     */
    public SearchField(String label, Consumer<String> onSearch) {
        setPlaceholder(label);
        setAriaLabel(label);
        setPrefixComponent(Icons.SEARCH.create());
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MS);
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                onSearch.accept(event.getValue());
            }
        });
    }
}
