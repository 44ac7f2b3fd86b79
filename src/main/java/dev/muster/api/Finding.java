package dev.muster.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param where the field, parameter or header
 * @param expected what would do; null where the message says it
 * @param found what was there, shortened; null where the message says it
 * @param message the same in a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Finding", description = "One thing that is wrong with a request.")
record Finding(
        @Schema(description = "The field, parameter or header.", example = "as")
        String where,

        @Schema(description = "What would do.", example = "ADVOCATES or NOMINEES") @Nullable
        String expected,

        @Schema(description = "What was there, shortened.", example = "CUSTOMERS") @Nullable
        String found,

        @Schema(
                description = "The same in a sentence.",
                example = "as: expected ADVOCATES or NOMINEES, found CUSTOMERS.")
        String message) {}
