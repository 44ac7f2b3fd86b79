package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.WhiteSpace;
import dev.muster.common.ui.Icons;
import dev.muster.imports.ChosenColumn;
import dev.muster.imports.ColumnTarget;
import dev.muster.imports.FileInspection;
import dev.muster.imports.FileProblem;
import dev.muster.imports.ProposedColumn;
import dev.muster.members.FieldType;
import dev.muster.members.StandardField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which column of the file goes to which field. */
final class ColumnsStep extends Composite<Div> {

    private static final int VALUES_SHOWN = 2;
    private static final int LONGEST_NAME = 255;

    /** So many columns are named that somebody has to decide about; of more, the others are counted. */
    private static final int NAMES_SHOWN = 5;

    private final FieldNames names;
    private final boolean mayCreate;
    private final Runnable onChange;
    private final Paragraph problem = new Paragraph();
    private final Button leaveOut = new Button();
    private final List<ColumnRow> rows = new ArrayList<>();

    /**
     * @param mayCreate whether columns can go to fields that are created
     * @param onChange called when the admin chose something
     */
    ColumnsStep(FieldNames names, boolean mayCreate, Runnable onChange) {
        this.names = names;
        this.mayCreate = mayCreate;
        this.onChange = onChange;
        problem.addClassName("imp-decide-note");
        problem.getElement().setAttribute("role", "status");
        problem.getElement().setAttribute("tabindex", "0");
        problem.setVisible(false);
        leaveOut.addClassNames("aura-accent-neutral", "imp-leave-out");
        leaveOut.setVisible(false);
        leaveOut.addClickListener(_ -> leaveOutTheRest());
        getContent().addClassName("imp-columns");
    }

    void show(FileInspection.Usable file, List<ProposedColumn> proposed) {
        rows.clear();
        var table = new NativeTable();
        var header = new NativeTableRow();
        header.add(
                title("imports.dialog.columns.column"),
                title("imports.dialog.columns.values"),
                title("imports.dialog.columns.field"),
                title("imports.dialog.columns.match"));
        table.getHead().add(header);
        for (int i = 0; i < proposed.size(); i++) {
            rows.add(new ColumnRow(proposed.get(i), i + 1, firstValues(file, i), names, this::changed));
        }
        rows.forEach(table.getBody()::add);
        offer(proposed.stream().map(ProposedColumn::target).toList());
        getContent().removeAll();
        getContent().add(problem, leaveOut, table);
    }

    /** Shows what is wrong with the choice, or nothing. */
    void showProblem(Optional<FileProblem> wrong) {
        problem.setVisible(wrong.isPresent());
        problem.removeAll();
        leaveOut.setVisible(wrong.isPresent() && open() > 1);
        leaveOut.setText(getTranslation("imports.dialog.columns.leave-out-rest", open()));
        wrong.ifPresent(one -> problem.add(
                Icons.ALERT.create(), new Span(new Span(lead(one)), new Span(" "), new Span(one.message()))));
    }

    /** Moves the focus to the first column that somebody has to decide about, or else should look at. */
    void focusFirstToDecide() {
        Stream.<Predicate<ColumnRow>>of(ColumnRow::isOpen, ColumnRow::isWorthALook, _ -> true)
                .flatMap(wanted -> rows.stream().filter(wanted))
                .findFirst()
                .ifPresent(ColumnRow::focus);
    }

    /** Leaves out, in one go, every column that nobody has decided about. */
    private void leaveOutTheRest() {
        offer(rows.stream()
                .map(row -> row.isOpen() ? new ColumnTarget.LeaveOut() : chosen(row))
                .toList());
        onChange.run();
    }

    List<ChosenColumn> value() {
        return rows.stream().map(ColumnRow::value).toList();
    }

    /** Returns how many columns somebody has to decide about. */
    int open() {
        return (int) rows.stream().filter(ColumnRow::isOpen).count();
    }

    /** Tells whether there is anything to look at: a column that is not simply called as its field. */
    boolean isWorthALook() {
        return rows.stream().anyMatch(ColumnRow::isWorthALook);
    }

    /** Returns how many columns go to a field, and how many there are, empty ones left out. */
    String summary() {
        if (open() > 0) {
            return getTranslation("imports.dialog.columns.open", open(), rows.size());
        }
        List<ColumnRow> named = rows.stream().filter(ColumnRow::isNamed).toList();
        long matched = named.stream()
                .filter(row -> !(row.target() instanceof ColumnTarget.LeaveOut))
                .count();
        return getTranslation("imports.dialog.columns.summary", matched, named.size());
    }

    private void changed() {
        offer(rows.stream().map(ColumnsStep::chosen).toList());
        onChange.run();
    }

    private static ColumnTarget chosen(ColumnRow row) {
        return Optional.ofNullable(row.offered()).orElse(new ColumnTarget.Undecided());
    }

    /** Offers each column what no other one has. */
    private void offer(List<ColumnTarget> chosen) {
        for (int i = 0; i < rows.size(); i++) {
            ColumnTarget own = chosen.get(i);
            rows.get(i)
                    .offer(
                            targets(rows.get(i).value().header())
                                    .filter(target -> target.equals(own) || isFree(target, chosen))
                                    .toList(),
                            own);
        }
    }

    private Stream<ColumnTarget> targets(String header) {
        String name = WhiteSpace.clean(header);
        boolean offersNew = mayCreate && !name.isEmpty() && name.length() <= LONGEST_NAME && isNew(name);
        return Stream.of(
                        offersNew
                                ? Stream.of(new ColumnTarget.NewField(name, FieldType.TEXT))
                                : Stream.<ColumnTarget>empty(),
                        Stream.of(new ColumnTarget.LeaveOut()),
                        Stream.of(StandardField.values()).map(ColumnTarget.Standard::new),
                        Stream.of(ColumnTarget.Part.values()).map(ColumnTarget.NamePart::new),
                        names.custom().stream().map(field -> new ColumnTarget.Custom(field.id())))
                .flatMap(targets -> targets);
    }

    private boolean isNew(String name) {
        String key = WhiteSpace.nameKey(name);
        return StandardField.named(name).isEmpty()
                && names.custom().stream()
                        .noneMatch(field -> WhiteSpace.nameKey(field.name()).equals(key));
    }

    private static boolean isFree(ColumnTarget target, List<ColumnTarget> chosen) {
        return target instanceof ColumnTarget.LeaveOut || !chosen.contains(target);
    }

    private String lead(FileProblem wrong) {
        List<String> open = rows.stream()
                .filter(ColumnRow::isOpen)
                .map(row -> WhiteSpace.clean(row.value().header()))
                .toList();
        if (open.isEmpty()) {
            return wrong.explanation();
        }
        return getTranslation(
                mayCreate ? "imports.dialog.columns.note" : "imports.dialog.columns.note.choose",
                open.size(),
                listed(open));
    }

    private String listed(List<String> names) {
        String first = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() <= NAMES_SHOWN
                ? first
                : getTranslation("imports.dialog.columns.note.more", first, names.size() - NAMES_SHOWN);
    }

    private static String firstValues(FileInspection.Usable file, int column) {
        return file.preview().stream()
                .filter(row -> column < row.cells().size())
                .map(row -> row.cells().get(column))
                .filter(cell -> !WhiteSpace.isBlank(cell))
                .distinct()
                .limit(VALUES_SHOWN)
                .collect(Collectors.joining(" · "));
    }

    private NativeTableHeaderCell title(String key) {
        var cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
