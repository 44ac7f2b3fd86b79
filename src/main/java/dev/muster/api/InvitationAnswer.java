package dev.muster.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A personal link to join. */
@Schema(name = "Invitation")
record InvitationAnswer(
        @Schema(description = "By which the advocate joins.", example = "https://hub.example.com/join/5Yw2fJ0cQ3m1")
        URI link,

        @Schema(description = "When it stops working; null for never.") @Nullable
        Instant expiresAt) {}
