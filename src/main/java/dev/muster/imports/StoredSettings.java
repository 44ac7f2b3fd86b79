package dev.muster.imports;

import dev.muster.common.Json;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import java.util.List;

/**
 * The settings of an import as its row keeps them. The names of the groups are kept too, so that the history can tell
 * them after a group is gone.
 */
record StoredSettings(List<StoredGroup> groups) {

    record StoredGroup(long id, String name) {}

    static String write(List<GroupSummary> groups) {
        return Json.write(new StoredSettings(groups.stream()
                .map(group -> new StoredGroup(group.id().value(), group.name()))
                .toList()));
    }

    static List<GroupSummary> groups(String document) {
        return Json.read(document, StoredSettings.class).groups().stream()
                .map(group -> new GroupSummary(new GroupId(group.id()), group.name()))
                .toList();
    }
}
