package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.members.FormProblem.Input;
import dev.muster.members.GroupDetails;
import dev.muster.members.GroupDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of one group. */
class GroupForm extends DetailForm<GroupDraft> {

    private final TextField name = new TextField(getTranslation("members.groups.name"));
    private final TextField joinCode = new TextField(getTranslation("members.groups.join-code"));
    private final Checkbox joinedByDefault = new Checkbox(getTranslation("members.groups.by-default"));
    private final Paragraph counts = new Paragraph();
    private final @Nullable String savedJoinCode;

    /** Creates the form of a new group. */
    GroupForm(Actions<GroupDraft> actions) {
        super(true, actions);
        savedJoinCode = null;
        setHeading(getTranslation("members.groups.add"));
        counts.setVisible(false);
        layOut();
    }

    /**
     * Creates the form of {@code group}, to be read only where the {@code actions} are not for the reader.
     *
     * @param parts what other features say about the group
     */
    GroupForm(GroupDetails group, boolean mayEdit, List<Component> parts, Actions<GroupDraft> actions) {
        super(false, actions);
        savedJoinCode = group.joinCode();
        setHeading(group.name());
        name.setValue(group.name());
        joinCode.setValue(savedJoinCode == null ? "" : savedJoinCode);
        joinedByDefault.setValue(group.joinedByDefault());
        counts.setText(getTranslation("members.groups.counts", group.members(), group.pending()));
        layOut();
        parts.forEach(this::add);
        if (!mayEdit) {
            name.setReadOnly(true);
            joinCode.setReadOnly(true);
            joinCode.setHelperText("");
            joinedByDefault.setReadOnly(true);
            showReadOnly();
        }
    }

    @Override
    protected GroupDraft draft() {
        return new GroupDraft(name.getValue(), joinCode.getValue(), joinedByDefault.getValue());
    }

    @Override
    protected Map<Input, HasValidationProperties> inputs() {
        return Map.of(Input.NAME, name, Input.JOIN_CODE, joinCode);
    }

    @Override
    protected void changed() {
        super.changed();
        boolean revoked = savedJoinCode != null && !savedJoinCode.equals(draft().joinCode());
        joinCode.setHelperText(
                getTranslation(revoked ? "members.groups.join-code-revoked" : "members.groups.join-code-characters"));
        joinCode.setClassName("helper-warn", revoked);
    }

    private void layOut() {
        for (TextField field : new TextField[] {name, joinCode}) {
            field.setManualValidation(true);
            field.setValueChangeMode(ValueChangeMode.EAGER);
        }
        name.setRequiredIndicatorVisible(true);
        counts.addClassNames("muted", "counts");
        watch(name, joinCode, joinedByDefault);
        add(name, joinCode, joinedByDefault, counts);
        opened();
        changed();
    }
}
