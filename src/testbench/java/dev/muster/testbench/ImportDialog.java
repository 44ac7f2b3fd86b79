package dev.muster.testbench;

import com.vaadin.flow.component.button.testbench.ButtonElement;
import com.vaadin.flow.component.upload.testbench.UploadElement;
import com.vaadin.testbench.HasElementQuery;
import java.nio.file.Path;

/** The import dialog. */
record ImportDialog(HasElementQuery page) {

    ImportDialog choose(Path file) {
        page.$(UploadElement.class).waitForFirst().upload(file.toFile());
        return this;
    }

    void importIt() {
        page.$(ButtonElement.class)
                .withText("Import")
                .withCondition(ButtonElement::isEnabled)
                .waitForFirst()
                .click();
    }
}
