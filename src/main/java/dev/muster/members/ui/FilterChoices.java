package dev.muster.members.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.members.FieldDefinition;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupSummary;
import dev.muster.members.ImportReference;
import dev.muster.members.MemberDirectory;
import dev.muster.members.ProfileFieldDesk;
import java.util.List;

/** What the filters of a list of members offer. */
@SpringComponent
class FilterChoices {

    /** An older one is found from its own page. */
    private static final int IMPORTS = 100;

    private final GroupDesk groups;
    private final ProfileFieldDesk fields;
    private final MemberDirectory directory;

    FilterChoices(GroupDesk groups, ProfileFieldDesk fields, MemberDirectory directory) {
        this.groups = groups;
        this.fields = fields;
        this.directory = directory;
    }

    List<GroupSummary> groups() {
        return groups.summaries();
    }

    List<FieldDefinition> fields() {
        return fields.definitions();
    }

    List<ImportReference> imports() {
        return directory.imports(IMPORTS);
    }
}
