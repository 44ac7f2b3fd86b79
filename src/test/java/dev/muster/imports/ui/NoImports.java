package dev.muster.imports.ui;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Has pages forget the imports of the test before, whose rows are gone. */
public final class NoImports implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(LiveImports.class)
                .reconcile(List.of());
    }
}
