package dev.muster.members;

import dev.muster.common.WhiteSpace;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills an empty hub with groups, fields and 200 invented members, where {@code MUSTER_DEMO=true} asks for it. Does
 * nothing once there is a member or a group, so it can stay switched on.
 */
@Component
@ConditionalOnProperty(name = "muster.demo", havingValue = "true")
class DemoHub implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHub.class);

    private final Groups groups;
    private final ProfileFields fields;
    private final FieldRows fieldRows;
    private final DemoRows rows;
    private final Clock clock;

    DemoHub(Groups groups, ProfileFields fields, FieldRows fieldRows, DemoRows rows, Clock clock) {
        this.groups = groups;
        this.fields = fields;
        this.fieldRows = fieldRows;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (groups.count() > 0 || rows.hasMembers()) {
            LOG.info("MUSTER_DEMO: nothing to do, the hub is not empty.");
            return;
        }
        var people = new DemoPeople();
        Map<String, GroupId> groupIds = createGroups(people.groups());
        List<DemoMember> members = people.members();
        rows.insert(members, groupIds, createFields(people.fields()), clock.instant());
        LOG.info(
                "MUSTER_DEMO: filled the empty hub with {} groups and {} invented members.",
                groupIds.size(),
                members.size());
    }

    private Map<String, GroupId> createGroups(List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> {
            String joinCode = WhiteSpace.nameKey(name).replaceAll("[^a-z]+", "-");
            return groups.saveAndFlush(new Group(new GroupDraft(name, joinCode, false), clock.instant()))
                    .id();
        }));
    }

    /** Returns every field by its name; those of {@code drafts} that are not there are created, the others filled up. */
    private Map<String, FieldId> createFields(List<FieldDraft> drafts) {
        Map<FieldId, List<String>> choices = new HashMap<>();
        for (FieldDraft draft : drafts) {
            fields.findByNameKey(WhiteSpace.nameKey(draft.name()))
                    .ifPresentOrElse(
                            known -> choices.put(known.id(), draft.choices()),
                            () -> fields.saveAndFlush(new ProfileField(draft, fields.lastPosition() + 1)));
        }
        fieldRows.addChoices(choices);
        return fieldRows.definitions().stream().collect(Collectors.toMap(FieldDefinition::name, FieldDefinition::id));
    }
}
