package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.common.WhiteSpace;
import dev.muster.members.StandardField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts right what the admin agreed to, and in a check says what else could be. */
final class RowRepairs {

    /** How the lines that programs add under their data begin. */
    private static final Pattern FOOTER = Pattern.compile(
            "(?iu)(grand |sub)?totals?\\b.*|summe\\b.*|gesamt\\w*\\b.*|total général.*|confidential\\b.*|copyright\\b.*"
                    + "|©.*|generated (by|on)\\b.*|exported (by|on|from)\\b.*|erstellt (am|von)\\b.*"
                    + "|report (name|generated)\\b.*|page \\d+.*|seite \\d+.*|\\d+ (records?|rows?|datensätze|contacts?)"
                    + "|end of (file|report).*|all rights reserved.*",
            Pattern.DOTALL);

    private static final int MOST_CELLS_OF_A_FOOTER = 2;

    /** What the cells of a column hold that can be put right. */
    private enum Content {
        NOTHING,
        ADDRESS,
        NAME,
        TEXT
    }

    private final List<String> header;
    private final ColumnMapping mapping;
    private final List<Content> contents;
    private final int addressColumn;
    private final Set<Repair> wanted;
    private final boolean offers;

    /**
     * @param header the names of the columns
     * @param wanted what is put right
     * @param offers whether to say what could be put right besides
     */
    RowRepairs(List<String> header, ColumnMapping mapping, Set<Repair> wanted, boolean offers) {
        this.header = header.stream().map(WhiteSpace::nameKey).toList();
        this.mapping = mapping;
        this.contents = mapping.columns().stream().map(RowRepairs::content).toList();
        this.addressColumn = contents.indexOf(Content.ADDRESS);
        this.wanted = wanted;
        this.offers = offers;
    }

    /**
     * A row after its repairs.
     *
     * @param issues what was or could be put right
     * @param isLeftOut whether it is no contact, and the admin wants no such rows
     */
    record Repaired(List<String> cells, List<Issue> issues, boolean isLeftOut) {}

    Repaired apply(CsvRow row) {
        if (wanted.isEmpty() && !offers) {
            return new Repaired(row.cells(), List.of(), false);
        }
        var issues = new ArrayList<Issue>(0);
        if (isNoContact(row)) {
            note(Repair.NOT_A_CONTACT, null, "", issues);
            return new Repaired(row.cells(), issues, wanted.contains(Repair.NOT_A_CONTACT));
        }
        List<String> cells = row.cells();
        int read = Math.min(row.cells().size(), contents.size());
        for (int i = 0; i < read; i++) {
            String cell = row.cell(i);
            String repaired = cell(i, cell, issues);
            if (!repaired.equals(cell)) {
                cells = with(cells, i, repaired);
            }
        }
        return new Repaired(cells, issues, false);
    }

    private static List<String> with(List<String> cells, int index, String cell) {
        var changed = new ArrayList<>(cells);
        changed.set(index, cell);
        return changed;
    }

    /** Tells whether an address may be another one after its repairs. */
    boolean changeAddresses() {
        return wanted.contains(Repair.WRAPPED_ADDRESS) || wanted.contains(Repair.MISSPELLED_DOMAIN);
    }

    /** Returns what {@code cell} of the Email column is after its repairs. */
    String address(String cell) {
        return wanted.isEmpty() ? cell : address(addressColumn, cell, new ArrayList<>(0));
    }

    private static Content content(Column column) {
        return switch (column) {
            case Column.LeftOut _, Column.Unnamed _ -> Content.NOTHING;
            case Column.Standard(StandardField field) when field == StandardField.EMAIL -> Content.ADDRESS;
            case Column.Standard(StandardField field) when field == StandardField.NAME -> Content.NAME;
            case Column.NamePart _ -> Content.NAME;
            case Column.Standard _, Column.Custom _ -> Content.TEXT;
        };
    }

    private String cell(int column, String cell, List<Issue> issues) {
        return switch (contents.get(column)) {
            case NOTHING -> cell;
            case ADDRESS -> address(column, cell, issues);
            case NAME -> name(column, cell, issues);
            case TEXT -> text(column, cell, issues);
        };
    }

    private String text(int column, String cell, List<Issue> issues) {
        return tried(Repair.GARBLED_TEXT, column, cell, GarbledText.repaired(cell), issues);
    }

    private String name(int column, String cell, List<Issue> issues) {
        String readable = text(column, cell, issues);
        return tried(Repair.NAME_IN_CAPITALS, column, readable, CapitalName.repaired(readable), issues);
    }

    private String address(int column, String cell, List<Issue> issues) {
        String bare = tried(Repair.WRAPPED_ADDRESS, column, cell, AddressRepair.unwrapped(cell), issues);
        return tried(Repair.MISSPELLED_DOMAIN, column, bare, AddressRepair.respelled(bare), issues);
    }

    private String tried(Repair repair, int column, String cell, Optional<String> repaired, List<Issue> issues) {
        if (repaired.isEmpty()) {
            return cell;
        }
        note(repair, mapping.column(column).name(), cell, issues);
        return wanted.contains(repair) ? repaired.get() : cell;
    }

    private void note(Repair repair, @Nullable String column, String cell, List<Issue> issues) {
        boolean isDone = wanted.contains(repair);
        if (isDone || offers) {
            Issue.Kind kind = isDone ? repair.done() : repair.found();
            boolean isNew = issues.stream().noneMatch(issue -> issue.kind() == kind);
            if (isNew) {
                issues.add(column == null ? Issue.ofRow(kind) : Issue.ofCell(kind, column, cell));
            }
        }
    }

    private boolean isNoContact(CsvRow row) {
        return isHeaderAgain(row) || (hasFewCells(row) && isFooter(filled(row)));
    }

    private static boolean hasFewCells(CsvRow row) {
        int filled = 0;
        for (int i = 0; i < row.cells().size() && filled <= MOST_CELLS_OF_A_FOOTER; i++) {
            filled += WhiteSpace.isBlank(row.cell(i)) ? 0 : 1;
        }
        return filled <= MOST_CELLS_OF_A_FOOTER;
    }

    private static List<String> filled(CsvRow row) {
        return row.cells().stream()
                .map(WhiteSpace::clean)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** Tells whether each cell that holds something holds the name of its column. */
    private boolean isHeaderAgain(CsvRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cell(i);
            boolean isName = i < header.size()
                    && beginsLike(header.get(i), cell)
                    && WhiteSpace.nameKey(cell).equals(header.get(i));
            if (!isName && !WhiteSpace.isBlank(cell)) {
                return false;
            }
        }
        return true;
    }

    /** Tells at a glance that nearly every cell is no name of its column. */
    private static boolean beginsLike(String name, String cell) {
        char first = cell.isEmpty() ? ' ' : cell.charAt(0);
        boolean isLetter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
        boolean isAccented = cell.length() > 1 && cell.charAt(1) > 0x7F;
        return !isLetter || isAccented || (!name.isEmpty() && name.charAt(0) == Character.toLowerCase(first));
    }

    private static boolean isFooter(List<String> filled) {
        return filled.stream().noneMatch(cell -> EmailAddress.parse(cell).isPresent())
                && FOOTER.matcher(filled.getFirst()).matches();
    }
}
