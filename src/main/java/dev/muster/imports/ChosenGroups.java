package dev.muster.imports;

import dev.muster.members.GroupDesk;
import dev.muster.members.GroupSummary;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The groups that an import adds people to. They may go away while it waits or runs. */
@Component
class ChosenGroups {

    private final GroupDesk groups;

    ChosenGroups(GroupDesk groups) {
        this.groups = groups;
    }

    /**
     * Sees to it that the groups which everybody new joins are the ones that {@code rules} name.
     *
     * @throws RulesOutdatedException where one of them is gone since the import was taken up
     */
    void requireOfNewcomers(ImportRules rules) {
        if (!groups.joinedByDefault().containsAll(rules.groupsOfNewcomers())) {
            throw new RulesOutdatedException();
        }
    }

    /**
     * Sees to it that all of them are there, but for those that a check is yet to create.
     *
     * @throws UnusableFileException which names the one that is not
     */
    void requireChosen(ImportRun run) {
        Set<Long> there =
                groups.summaries().stream().map(group -> group.id().value()).collect(Collectors.toSet());
        for (GroupSummary group : run.groups()) {
            boolean isYetToCome = run.isCheck() && group.id().value() < 0;
            if (!isYetToCome && !there.contains(group.id().value())) {
                throw new UnusableFileException(FileFault.GROUP_GONE, group.name());
            }
        }
    }
}
