package dev.muster.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem detail as clients read it, for its documentation alone. */
@Schema(name = "Problem", description = "Why a request was not done (RFC 9457).")
record Problem(
        @Schema(description = "The status in words.", example = "Unprocessable Content")
        String title,

        @Schema(example = "422") int status,

        @Schema(
                description = "What was expected, what was found, and what to do.",
                example = "as: expected ADVOCATES or NOMINEES, found CUSTOMERS.")
        String detail,

        @Schema(description = "What was asked for.", example = "/api/v1/imports")
        String instance,

        @Schema(description = "Of a wrong request: each finding.") @Nullable
        List<Finding> errors,

        @Schema(description = "Of a file that cannot be imported: where it is wrong, and what to do.") @Nullable
        String explanation,

        @Schema(name = "import", description = "Of a file that cannot be imported: its import, which failed.") @Nullable
        String failedImport,

        @Schema(description = "Of an address that is in the hub already: whose it is.") @Nullable
        String advocate) {}
