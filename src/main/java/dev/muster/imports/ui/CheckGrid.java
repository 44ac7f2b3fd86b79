package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import dev.muster.imports.CheckResults.MemberUpdate;
import dev.muster.imports.CheckResults.NewMember;
import dev.muster.imports.CheckResults.ValueChange;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportedRow;
import dev.muster.imports.IssueGroup;
import dev.muster.imports.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The rows that a check is about: who is new, what changes, what is rejected, and what was said. */
final class CheckGrid extends Grid<CheckGrid.Line> {

    private static final long serialVersionUID = 1;

    /** One line of any of the four. */
    sealed interface Line {
        record Created(NewMember member) implements Line {}

        record Updated(MemberUpdate update) implements Line {}

        record Rejected(ImportedRow row) implements Line {}

        record Said(IssueGroup group) implements Line {}
    }

    /** Reads some of the lines. */
    private interface Page {
        List<? extends Line> read(int offset, int limit);
    }

    private final transient CheckSource source;
    private final Grid.Column<Line> number;
    private final Grid.Column<Line> who;
    private final Grid.Column<Line> what;
    private final transient PhoneColumn<Line> phone;

    CheckGrid(CheckSource source) {
        this.source = source;
        number = addColumn(CheckGrid::number)
                .setHeader(getTranslation("imports.rows.line"))
                .setWidth("72px")
                .setFlexGrow(0)
                .setPartNameGenerator(_ -> "imp-line");
        who = addComponentColumn(this::who);
        what = addComponentColumn(this::what).setFlexGrow(2);
        phone = new PhoneColumn<>(this, this::onPhone);
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(getTranslation("imports.check.none"));
        addClassName("imp-check-grid");
    }

    void showCreated(ImportId check, String search) {
        name("imports.check.member", "imports.check.company");
        show(
                (offset, limit) -> source.created(check, search, offset, limit).stream()
                        .map(Line.Created::new)
                        .toList(),
                () -> source.countCreated(check, search));
    }

    void showUpdated(ImportId check, String search) {
        name("imports.check.member", "imports.check.changes");
        show(
                (offset, limit) -> source.updated(check, search, offset, limit).stream()
                        .map(Line.Updated::new)
                        .toList(),
                () -> source.countUpdated(check, search));
    }

    void showRejected(ImportId check, String search) {
        name("imports.check.member", "imports.check.why");
        show(
                (offset, limit) -> source.rejected(check, search, offset, limit).stream()
                        .map(Line.Rejected::new)
                        .toList(),
                () -> source.countRejected(check, search));
    }

    void showMessages(ImportId check) {
        name("imports.check.weight", "imports.check.message");
        number.setVisible(false);
        who.setFlexGrow(0);
        List<IssueGroup> groups = source.issues(check);
        show(
                (offset, limit) -> groups.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(Line.Said::new)
                        .toList(),
                groups::size);
    }

    private void name(String whoKey, String whatKey) {
        number.setVisible(!phone.isShown());
        who.setHeader(getTranslation(whoKey));
        who.setFlexGrow(1);
        what.setHeader(getTranslation(whatKey));
    }

    private void show(Page page, LongSupplier count) {
        CallbackDataProvider<Line, Void> lines = new CallbackDataProvider<>(
                query -> page.read(query.getOffset(), query.getLimit()).stream().map(Line.class::cast),
                _ -> (int) Math.min(Integer.MAX_VALUE, count.getAsLong()));
        setDataProvider(lines);
    }

    private static String number(Line line) {
        return lineOf(line).map(ImportWords::number).orElse("");
    }

    /** Returns where in the file it is; what was said stands in many places. */
    private static Optional<Long> lineOf(Line line) {
        return switch (line) {
            case Line.Created(NewMember member) -> Optional.of(member.line());
            case Line.Updated(MemberUpdate update) -> Optional.of(update.line());
            case Line.Rejected(ImportedRow row) -> Optional.of(row.line());
            case Line.Said _ -> Optional.empty();
        };
    }

    /** Returns all of a line for a phone, one below the other. */
    private Component onPhone(Line line) {
        var words = new Div(who(line), what(line));
        words.addClassName("imp-names");
        lineOf(line).ifPresent(place -> {
            var where = new Span(getTranslation("imports.fix.line", place));
            where.addClassName("muted");
            words.add(where);
        });
        var card = new Div(words);
        card.addClassNames("imp-phone-row", "imp-check-card");
        return card;
    }

    private Component who(Line line) {
        return switch (line) {
            case Line.Created(NewMember member) -> person(member.name(), member.email());
            case Line.Updated(MemberUpdate update) -> person(update.name(), update.email());
            case Line.Rejected(ImportedRow row) -> person(row.name(), row.email());
            case Line.Said(IssueGroup group) -> weight(group.severity());
        };
    }

    private Component what(Line line) {
        return switch (line) {
            case Line.Created(NewMember member) -> new Span(member.company());
            case Line.Updated(MemberUpdate update) -> changes(update.changes());
            case Line.Rejected(ImportedRow row) -> messages(row);
            case Line.Said(IssueGroup group) ->
                new Span(getTranslation("imports.check.said", group.message(), group.rows()));
        };
    }

    private static Component weight(Severity severity) {
        var word = new Span(ImportWords.word(severity));
        word.addClassName("imp-message-" + severity.name().toLowerCase(Locale.ROOT));
        return word;
    }

    private static Component person(String name, String email) {
        var address = new Span(email);
        address.addClassName("muted");
        var words = new Div(new Span(name), address);
        words.addClassName("imp-names");
        return words;
    }

    private Component changes(List<ValueChange> changes) {
        var list = new Div();
        list.addClassName("imp-diffs");
        changes.forEach(change -> list.add(new FieldDiff(change)));
        return list;
    }

    private static Component messages(ImportedRow row) {
        return RowMessages.of(row.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .toList());
    }
}
