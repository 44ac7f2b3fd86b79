package dev.muster.api;

import dev.muster.imports.ImportedIssue;
import dev.muster.imports.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of messages about rows. */
@Schema(name = "Issues", description = "A page of messages about rows, in the file's order.")
record IssuesAnswer(
        List<IssueAnswer> items,

        @Schema(description = "How many there are on all pages.", example = "43")
        long total) {

    /** A message about a row. */
    @Schema(name = "Issue", description = "A message about a row.")
    record IssueAnswer(
            @Schema(description = "The line on which the row starts; the header is line 1.", example = "17")
            long line,

            @Schema(description = "The column; null for the row as a whole.", example = "Email") @Nullable
            String column,

            @Schema(description = "What the file has there, shortened to 1,000 characters.", example = "bo@") @Nullable
            String value,

            @Schema(description = "An error rejects its row, a warning leaves something out, an info only tells.")
            Severity severity,

            @Schema(example = "Email is invalid") String message) {

        static IssueAnswer of(ImportedIssue issue) {
            return new IssueAnswer(issue.line(), issue.column(), issue.value(), issue.severity(), issue.message());
        }
    }

    static IssuesAnswer of(List<ImportedIssue> issues, long total) {
        return new IssuesAnswer(issues.stream().map(IssueAnswer::of).toList(), total);
    }
}
