package dev.muster.imports.ui;

import dev.muster.common.ui.NewMembers;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.members.MemberKind;
import java.util.List;
import java.util.Optional;

/**
 * The imports that run and those that ended a moment ago.
 *
 * @param imports in the order in which they were first heard of
 * @param forgotten the members that imports created which ended before those
 */
record ImportBoard(List<ImportSnapshot> imports, NewMembers.Count forgotten) {

    static final ImportBoard EMPTY = new ImportBoard(List.of(), NewMembers.Count.NONE);

    ImportBoard {
        imports = List.copyOf(imports);
    }

    /** Returns the members that all imports created of which anything was heard. */
    NewMembers.Count created() {
        return imports.stream().map(ImportBoard::createdBy).reduce(forgotten, NewMembers.Count::plus);
    }

    static NewMembers.Count createdBy(ImportSnapshot one) {
        return one.kind() == MemberKind.ADVOCATE
                ? new NewMembers.Count(one.created(), 0)
                : new NewMembers.Count(0, one.created());
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
