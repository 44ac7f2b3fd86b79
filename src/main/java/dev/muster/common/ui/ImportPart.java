package dev.muster.common.ui;

import com.vaadin.flow.component.Component;

/** What a feature adds to the page of an import that has ended. A bean; the page asks each for its part. */
public interface ImportPart {

    /**
     * Returns what to show.
     *
     * @param importId the number of the import
     */
    Component of(long importId);
}
