package dev.muster.imports.ui;

import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import java.util.Optional;

/**
 * A group to choose in the import dialog.
 *
 * @param id empty for a group that is created when the import starts
 */
record GroupChoice(Optional<GroupId> id, String name) {

    static GroupChoice of(GroupSummary group) {
        return new GroupChoice(Optional.of(group.id()), group.name());
    }

    static GroupChoice ofNew(String name) {
        return new GroupChoice(Optional.empty(), name);
    }

    boolean isNew() {
        return id.isEmpty();
    }
}
