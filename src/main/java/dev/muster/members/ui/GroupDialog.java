package dev.muster.members.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import dev.muster.members.GroupSummary;
import java.util.List;
import java.util.function.Consumer;

/** Asks for one group. */
final class GroupDialog extends Dialog {

    /**
     * Creates the dialog.
     *
     * @param title says what happens
     * @param verb what the button says
     * @param onChoice takes the group
     */
    GroupDialog(String title, String verb, List<GroupSummary> groups, Consumer<GroupSummary> onChoice) {
        var choice = new ComboBox<GroupSummary>(getTranslation("members.filter.group"));
        var confirm = new Button(verb);
        var cancel = new Button(getTranslation("members.add.cancel"), _ -> close());

        choice.addValueChangeListener(change -> confirm.setEnabled(change.getValue() != null));
        confirm.addClickListener(_ -> choice.getOptionalValue().ifPresent(group -> {
            close();
            onChoice.accept(group);
        }));
        confirm.addClickShortcut(Key.ENTER);

        choice.setItems(groups);
        choice.setItemLabelGenerator(GroupSummary::name);
        choice.setWidthFull();
        choice.focus();
        if (groups.isEmpty()) {
            choice.setHelperText(getTranslation("members.groups.empty"));
        }
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.setEnabled(false);
        cancel.addClassName("aura-accent-neutral");
        setHeaderTitle(title);
        setWidth("420px");
        add(choice);
        getFooter().add(cancel, confirm);
    }
}
