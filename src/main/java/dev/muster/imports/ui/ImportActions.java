package dev.muster.imports.ui;

import dev.muster.imports.ImportId;
import java.util.function.Consumer;

/**
 * What whoever looks at an import may do with it.
 *
 * @param mayChange whether they may stop and resume it; the services check it again
 * @param again opens the import dialog with the settings of the import
 * @param open shows the import's page
 */
record ImportActions(
        boolean mayChange,
        Consumer<ImportId> cancel,
        Consumer<ImportId> resume,
        Consumer<ImportId> again,
        Consumer<ImportId> open) {}
