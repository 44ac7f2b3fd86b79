package dev.muster.imports.ui;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.muster.imports.ChosenColumn;
import dev.muster.imports.ColumnTarget;
import dev.muster.imports.ProposedColumn;
import dev.muster.imports.ProposedColumn.Match;
import dev.muster.members.FieldType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One column of the file, and the choice of where it goes. */
final class ColumnRow extends NativeTableRow {

    private static final long serialVersionUID = 1;

    private final transient ProposedColumn proposed;
    private final Select<ColumnTarget> field = new Select<>();
    private final Select<FieldType> type = new Select<>();
    private final Badge badge = new Badge();
    private final Runnable onChange;
    private boolean isFilling;

    /**
     * @param number the place of the column in the file, from 1
     * @param values the first values in it
     * @param onChange called when the admin chooses
     */
    ColumnRow(ProposedColumn proposed, int number, String values, FieldNames names, Runnable onChange) {
        this.proposed = proposed;
        this.onChange = onChange;
        String name = isNamed() ? proposed.header() : getTranslation("imports.dialog.columns.unnamed", number);
        field.setAriaLabel(getTranslation("imports.dialog.columns.for", name));
        field.setPlaceholder(getTranslation("imports.dialog.columns.choose"));
        field.setItemLabelGenerator(names::of);
        field.addValueChangeListener(_ -> changed());
        type.setAriaLabel(getTranslation("imports.dialog.columns.type", name));
        type.setItems(FieldType.values());
        type.setItemLabelGenerator(FieldNames::of);
        type.setValue(FieldType.TEXT);
        type.addValueChangeListener(_ -> changed());
        badge.addClassName("st");

        var title = new Span(name);
        title.setTitle(name);
        title.setClassName("muted", !isNamed());
        var shown = new NativeTableCell(values);
        shown.setTitle(values);
        shown.addClassName("muted");
        var choice = new NativeTableCell(field, type);
        choice.addClassName("imp-choice");
        add(new NativeTableCell(title), shown, choice, new NativeTableCell(badge));
    }

    boolean isNamed() {
        return proposed.match() != Match.UNNAMED;
    }

    /** Tells whether somebody still has to decide about the column. */
    boolean isOpen() {
        return isNamed() && target() instanceof ColumnTarget.Undecided;
    }

    /** Tells whether the proposal is one that a person should look at. */
    boolean isWorthALook() {
        return switch (proposed.match()) {
            case SAME_NAME, UNNAMED, LEFT_OUT -> false;
            case LAST_TIME, SUGGESTED, OPEN -> true;
        };
    }

    /** Moves the focus to what is chosen for the column. */
    void focus() {
        field.focus();
    }

    ChosenColumn value() {
        return new ChosenColumn(proposed.header(), target());
    }

    /** Returns what the column goes to now. */
    ColumnTarget target() {
        ColumnTarget chosen = field.getValue();
        if (chosen instanceof ColumnTarget.NewField(String name, FieldType _)) {
            return new ColumnTarget.NewField(name, type.getValue());
        }
        return chosen == null ? new ColumnTarget.Undecided() : chosen;
    }

    /** Offers {@code targets} and keeps what is chosen, which has to be among them. */
    void offer(List<ColumnTarget> targets, @Nullable ColumnTarget chosen) {
        isFilling = true;
        field.setItems(targets);
        field.setValue(chosen instanceof ColumnTarget.Undecided ? null : chosen);
        isFilling = false;
        showState();
    }

    /** Returns what the menu holds for the chosen target: a new field is there once, whatever its type. */
    @Nullable
    ColumnTarget offered() {
        return field.getValue();
    }

    private void changed() {
        if (!isFilling) {
            showState();
            onChange.run();
        }
    }

    private void showState() {
        type.setVisible(field.getValue() instanceof ColumnTarget.NewField);
        setClassName("imp-open", isOpen());
        String state = state();
        badge.setText(state.isEmpty() ? "" : getTranslation("imports.dialog.columns." + state));
        badge.setVisible(!state.isEmpty());
        badge.setClassName("st imp-" + state.toLowerCase(Locale.ROOT));
    }

    private String state() {
        return switch (target()) {
            case ColumnTarget.Undecided() -> isNamed() ? "decide" : "";
            case ColumnTarget.LeaveOut() -> "left-out";
            case ColumnTarget.NewField _ -> "new";
            case ColumnTarget now when now.equals(proposed.target()) -> matched(proposed.match());
            case ColumnTarget.Standard _, ColumnTarget.Custom _, ColumnTarget.NamePart _ -> "chosen";
        };
    }

    private static String matched(Match match) {
        return switch (match) {
            case SAME_NAME -> "same";
            case LAST_TIME -> "last-time";
            case SUGGESTED -> "suggested";
            case LEFT_OUT, OPEN, UNNAMED -> "chosen";
        };
    }
}
