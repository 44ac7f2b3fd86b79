package dev.muster.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of advocates. */
@Schema(name = "Advocates", description = "A page of advocates, in the order in which they came.")
record AdvocatesAnswer(
        List<AdvocateAnswer> items,

        @Schema(description = "The `cursor` of the next page; null after the last one.") @Nullable
        String next) {}
