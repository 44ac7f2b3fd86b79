package dev.muster.imports.ui;

import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * The imports that run and those that ended a moment ago.
 *
 * @param imports in the order in which they were first heard of
 */
record ImportBoard(List<ImportSnapshot> imports) {

    static final ImportBoard EMPTY = new ImportBoard(List.of());

    ImportBoard {
        imports = List.copyOf(imports);
    }

    /** Returns those that run or wait. */
    List<ImportSnapshot> active() {
        return imports.stream().filter(one -> one.state().isActive()).toList();
    }

    /** Returns those that ended. */
    List<ImportSnapshot> ended() {
        return imports.stream().filter(one -> !one.state().isActive()).toList();
    }

    /** Finds the import called {@code id}; empty where nothing was heard of it lately. */
    Optional<ImportSnapshot> find(ImportId id) {
        return imports.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
