package dev.muster.imports;

import dev.muster.common.WhiteSpace;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file are read and what their cells do.
 *
 * @param columns where each column goes, in the file's order; empty to go by the columns' names
 * @param policies what cells do to members who are in the hub already
 * @param clearToken a cell that holds exactly this erases the value that is there; null for none
 * @param repairs what is put right
 */
public record RowOptions(
        List<ChosenColumn> columns,
        FieldPolicies policies,
        @Nullable String clearToken,
        Set<Repair> repairs) {

    /** By the names of the columns, by the standard policies, as the cells are. */
    public static final RowOptions STANDARD = new RowOptions(List.of(), FieldPolicies.standard(), null, Set.of());

    public RowOptions {
        columns = List.copyOf(columns);
        repairs = Set.copyOf(repairs);
        clearToken = clearToken == null || WhiteSpace.isBlank(clearToken) ? null : WhiteSpace.clean(clearToken);
    }

    /** Returns these options with other columns. */
    public RowOptions withColumns(List<ChosenColumn> chosen) {
        return new RowOptions(chosen, policies, clearToken, repairs);
    }
}
