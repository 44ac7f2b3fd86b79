package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.ImportSettings;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.RowOptions;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Who the rows become, which groups they join, and whether they are invited. */
final class SettingsForm extends Composite<Div> {

    private static final int LONGEST_NAME = 255;

    private final RadioButtonGroup<MemberKind> kind = new RadioButtonGroup<>();
    private final MultiSelectComboBox<GroupChoice> groups = new MultiSelectComboBox<>();
    private final Checkbox invite = new Checkbox();
    private final List<GroupChoice> choices = new ArrayList<>();

    /**
     * @param onChange called when the admin chose something
     */
    SettingsForm(List<GroupSummary> known, Runnable onChange) {
        kind.setLabel(getTranslation("imports.dialog.as"));
        kind.setItems(MemberKind.values());
        kind.setItemLabelGenerator(ImportWords::kind);
        kind.setValue(MemberKind.ADVOCATE);
        groups.setLabel(getTranslation("imports.dialog.groups"));
        groups.setPlaceholder(getTranslation("imports.dialog.groups.placeholder"));
        groups.setHelperText(getTranslation("imports.dialog.groups.helper"));
        groups.setAllowCustomValue(true);
        groups.setItemLabelGenerator(this::label);
        known.forEach(group -> choices.add(GroupChoice.of(group)));
        groups.setItems(choices);
        invite.setLabel(getTranslation("imports.dialog.invite"));
        showKind();

        kind.addValueChangeListener(_ -> {
            showKind();
            onChange.run();
        });
        groups.addValueChangeListener(_ -> onChange.run());
        invite.addValueChangeListener(_ -> {
            showKind();
            onChange.run();
        });
        groups.addCustomValueSetListener(event -> addGroup(event.getDetail()));

        getContent().addClassName("imp-settings");
        getContent().add(kind, groups, invite);
    }

    ImportWish value() {
        List<GroupChoice> chosen = List.copyOf(groups.getValue());
        return new ImportWish(
                kind.getValue(),
                invite.getValue(),
                chosen.stream().flatMap(one -> one.id().stream()).toList(),
                chosen.stream()
                        .filter(GroupChoice::isNew)
                        .map(GroupChoice::name)
                        .toList(),
                RowOptions.STANDARD);
    }

    /** Takes over what was chosen for an earlier import. */
    void show(ImportSettings earlier) {
        kind.setValue(earlier.kind());
        groups.setValue(choices.stream()
                .filter(one -> one.id().filter(earlier.groups()::contains).isPresent())
                .toList());
        invite.setValue(earlier.invite());
    }

    private void showKind() {
        boolean isNominee = kind.getValue() == MemberKind.NOMINEE;
        if (isNominee) {
            invite.setValue(false);
        }
        invite.setEnabled(!isNominee);
        invite.setHelperText(
                getTranslation(isNominee ? "imports.dialog.invite.nominees" : "imports.dialog.invite.helper"));
    }

    /** Says how many would be invited, by a check with just these settings. */
    void showFound(ImportSnapshot check) {
        if (invite.getValue() && check.invite()) {
            invite.setHelperText(getTranslation("imports.dialog.invite.found", check.invitationsQueued()));
        }
    }

    /** Adds a group that does not exist yet; it is created when the import starts. */
    private void addGroup(String text) {
        String name = WhiteSpace.clean(text);
        if (name.isEmpty()) {
            return;
        }
        boolean isTooLong = name.codePointCount(0, name.length()) > LONGEST_NAME;
        groups.setInvalid(isTooLong);
        groups.setErrorMessage(isTooLong ? getTranslation("imports.dialog.groups.long") : "");
        if (isTooLong) {
            return;
        }
        GroupChoice choice = named(name).orElseGet(() -> {
            GroupChoice added = GroupChoice.ofNew(name);
            choices.add(added);
            return added;
        });
        var chosen = new LinkedHashSet<>(groups.getValue());
        chosen.add(choice);
        groups.setItems(choices);
        groups.setValue(chosen);
    }

    private Optional<GroupChoice> named(String name) {
        String key = WhiteSpace.nameKey(name);
        return choices.stream()
                .filter(one -> WhiteSpace.nameKey(one.name()).equals(key))
                .findFirst();
    }

    private String label(GroupChoice choice) {
        return choice.isNew() ? getTranslation("imports.dialog.groups.new", choice.name()) : choice.name();
    }
}
