package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.FileInspection.PreviewRow;
import dev.muster.imports.ProposedColumn.Match;
import dev.muster.members.FieldDefinition;
import dev.muster.members.StandardField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Proposes where the columns of one file go. What is certain comes first: a field goes to one column only. */
final class ColumnProposals {

    /** Ids of contacts and leads in Salesforce: their first three characters are the same everywhere. */
    private static final Pattern SALESFORCE_ID = Pattern.compile("(003|00Q)[A-Za-z0-9]{12}([A-Z0-5]{3})?");

    /** So many of the values must look like it; the others may be blank or wrong. */
    private static final double MOST = 0.6;

    private static final ColumnTarget WHOLE_NAME = new ColumnTarget.Standard(StandardField.NAME);
    private static final ColumnTarget FIRST_NAME = new ColumnTarget.NamePart(ColumnTarget.Part.FIRST);
    private static final ColumnTarget LAST_NAME = new ColumnTarget.NamePart(ColumnTarget.Part.LAST);

    private final List<String> names;
    private final List<PreviewRow> rows;
    private final Header header;
    private final Map<String, ColumnTarget> lastTime;
    private final List<ProposedColumn> proposed = new ArrayList<>();
    private final Set<ColumnTarget> taken = new HashSet<>();

    /** Takes where the columns of the last file with this header went, by the keys of their names. */
    ColumnProposals(
            List<String> names,
            List<PreviewRow> rows,
            List<FieldDefinition> fields,
            Map<String, ColumnTarget> lastTime) {
        this.names = names;
        this.rows = rows;
        this.header = new Header(fields);
        this.lastTime = lastTime;
    }

    /** Returns one proposal for each column, in the file's order. */
    List<ProposedColumn> make() {
        names.forEach(name -> proposed.add(new ProposedColumn(name, new ColumnTarget.Undecided(), Match.OPEN)));
        decideByName();
        decide(this::byLastTime);
        familyNameBesideFirstName();
        decide(this::bySalesforceId);
        decide(this::byMeaning);
        decide(this::byAddresses);
        return List.copyOf(proposed);
    }

    /** Finds the proposal for the column at an index. */
    private interface Rule {
        Optional<ProposedColumn> apply(int index, String name);
    }

    /** Two columns with the name of one field both get it, so that the admin reads which two they are. */
    private void decideByName() {
        for (int i = 0; i < names.size(); i++) {
            Optional<ProposedColumn> found = byName(names.get(i));
            if (found.isPresent()) {
                proposed.set(i, found.get());
                taken.add(found.get().target());
            }
        }
    }

    private void decide(Rule rule) {
        for (int i = 0; i < names.size(); i++) {
            if (proposed.get(i).match() == Match.OPEN) {
                Optional<ProposedColumn> found = rule.apply(i, names.get(i)).filter(one -> isFree(one.target()));
                if (found.isPresent()) {
                    proposed.set(i, found.get());
                    taken.add(found.get().target());
                }
            }
        }
    }

    private Optional<ProposedColumn> byName(String name) {
        return header.named(name).flatMap(column -> switch (column) {
            case Column.Standard(StandardField field) -> of(name, new ColumnTarget.Standard(field), Match.SAME_NAME);
            case Column.Custom(FieldDefinition field) -> of(name, new ColumnTarget.Custom(field.id()), Match.SAME_NAME);
            case Column.LeftOut _ -> of(name, new ColumnTarget.LeaveOut(), Match.LEFT_OUT);
            case Column.Unnamed _ -> of(name, new ColumnTarget.Undecided(), Match.UNNAMED);
            case Column.NamePart _ -> Optional.empty();
        });
    }

    private Optional<ProposedColumn> byLastTime(int index, String name) {
        return Optional.ofNullable(lastTime.get(WhiteSpace.nameKey(name)))
                .flatMap(target ->
                        of(name, target, target instanceof ColumnTarget.LeaveOut ? Match.LEFT_OUT : Match.LAST_TIME));
    }

    /**
     * Where a first name has a column of its own and no other holds the family name, what is called a name is that:
     * {@code Nom} beside {@code Prénom}, {@code Name} beside {@code Vorname}. Unless it holds the first names too.
     */
    private void familyNameBesideFirstName() {
        int first = columnFor(FIRST_NAME);
        int whole = columnFor(WHOLE_NAME);
        if (first < 0 || whole < 0 || columnFor(LAST_NAME) >= 0 || holdsTheOther(whole, first)) {
            return;
        }
        for (int index : List.of(first, whole)) {
            if (proposed.get(index).match() == Match.LAST_TIME) {
                return;
            }
        }
        taken.remove(WHOLE_NAME);
        suggest(first, FIRST_NAME);
        suggest(whole, LAST_NAME);
    }

    private void suggest(int index, ColumnTarget target) {
        proposed.set(index, new ProposedColumn(names.get(index), target, Match.SUGGESTED));
        taken.add(target);
    }

    /** Returns the index of the first column whose name, or synonym, stands for {@code target}; or -1. */
    private int columnFor(ColumnTarget target) {
        return IntStream.range(0, names.size())
                .filter(index -> target.equals(proposed.get(index).target())
                        || HeaderWords.meaning(names.get(index))
                                .filter(target::equals)
                                .isPresent())
                .findFirst()
                .orElse(-1);
    }

    private boolean holdsTheOther(int index, int other) {
        return rows.stream()
                .filter(row -> Math.max(index, other) < row.cells().size())
                .filter(row -> !WhiteSpace.isBlank(row.cells().get(other)))
                .anyMatch(row -> WhiteSpace.nameKey(row.cells().get(index))
                        .contains(WhiteSpace.nameKey(row.cells().get(other))));
    }

    private Optional<ProposedColumn> bySalesforceId(int index, String name) {
        return mostlyLike(index, cell -> SALESFORCE_ID.matcher(cell).matches())
                ? of(name, new ColumnTarget.Standard(StandardField.SALESFORCE_ID), Match.SUGGESTED)
                : Optional.empty();
    }

    private Optional<ProposedColumn> byMeaning(int index, String name) {
        return HeaderWords.meaning(name)
                .filter(target -> !isAddress(target) || hasNoOther(index))
                .flatMap(target -> of(name, target, Match.SUGGESTED));
    }

    private Optional<ProposedColumn> byAddresses(int index, String name) {
        return looksLikeAddresses(index)
                ? of(name, new ColumnTarget.Standard(StandardField.EMAIL), Match.SUGGESTED)
                : Optional.empty();
    }

    private static Optional<ProposedColumn> of(String name, ColumnTarget target, Match match) {
        return Optional.of(new ProposedColumn(name, target, match));
    }

    private static boolean isAddress(ColumnTarget target) {
        return target.equals(new ColumnTarget.Standard(StandardField.EMAIL));
    }

    /** A column called Mail that holds no address is none, where another one does. */
    private boolean hasNoOther(int index) {
        return looksLikeAddresses(index) || IntStream.range(0, names.size()).noneMatch(this::looksLikeAddresses);
    }

    private boolean looksLikeAddresses(int index) {
        return mostlyLike(index, cell -> EmailAddress.parse(cell).isPresent());
    }

    private boolean mostlyLike(int index, Predicate<String> wanted) {
        List<String> cells = rows.stream()
                .filter(row -> index < row.cells().size())
                .map(row -> WhiteSpace.clean(row.cells().get(index)))
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !cells.isEmpty() && cells.stream().filter(wanted).count() >= MOST * cells.size();
    }

    private boolean isFree(ColumnTarget target) {
        return switch (target) {
            case ColumnTarget.LeaveOut _, ColumnTarget.Undecided _ -> true;
            case ColumnTarget.NamePart _ ->
                !taken.contains(target) && !taken.contains(new ColumnTarget.Standard(StandardField.NAME));
            case ColumnTarget.Standard(StandardField field) ->
                !taken.contains(target)
                        && (field != StandardField.NAME
                                || taken.stream().noneMatch(one -> one instanceof ColumnTarget.NamePart));
            case ColumnTarget.Custom _, ColumnTarget.NewField _ -> !taken.contains(target);
        };
    }
}
