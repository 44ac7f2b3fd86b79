package dev.muster.api;

import dev.muster.members.MemberKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Anyone in the hub: joined, invited or a nominee. */
@Schema(name = "Advocate", description = "Anyone in the hub: joined, not joined or a nominee.")
record AdvocateAnswer(
        @Schema(example = "4711") long id,

        @Schema(example = "José Ærø") String name,

        @Schema(example = "jose@example.com") String email,

        @Nullable String title,
        @Nullable String company,
        @Nullable String salesforceId,
        @Nullable String externalContactId,
        @Nullable String externalAccountId,
        MemberKind kind,

        @Schema(allowableValues = {"Joined", "Not Joined", "Nominee"})
        String status,

        @Schema(
                allowableValues = {
                    "Admin Added",
                    "CSV Import",
                    "Open Signup",
                    "Group URL",
                    "Salesforce",
                    "Advocate Anywhere",
                    "API"
                })
        String source,

        @Schema(description = "The groups that it is in, by name.", example = "[]")
        List<String> groups,

        @Schema(description = "The groups that it will be in once it joins.", example = "[\"Beta testers\"]")
        List<String> pendingGroups,

        @Schema(
                description = "The values of custom profile fields, by the name of the field; blank ones are left out.",
                example = "{\"Industry\": [\"Energy\"], \"Product\": [\"Atlas\", \"Beacon\"]}")
        Map<String, List<String>> fields,

        @Schema(description = "When it was invited last; null for never.") @Nullable
        Instant invitedAt,

        @Schema(description = "When it joined; null while it has not.") @Nullable
        Instant joinedAt,

        boolean archived,
        boolean locked) {}
