package dev.muster.api;

import dev.muster.members.GroupDesk;
import dev.muster.members.GroupDetails;
import dev.muster.members.GroupDraft;
import dev.muster.members.GroupId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The groups of the hub. */
@RestController
@RequestMapping(path = "/api/v1/groups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Groups", description = "Named sets of advocates.")
class GroupsApi {

    private final GroupDesk groups;
    private final Lookups lookups;

    GroupsApi(GroupDesk groups, Lookups lookups) {
        this.groups = groups;
        this.lookups = lookups;
    }

    /** A group. */
    @Schema(name = "Group")
    record GroupAnswer(
            @Schema(example = "7") long id,

            @Schema(example = "Beta testers") String name,

            @Schema(
                    description = "What stands at the end of the URL by which people join; null for none.",
                    example = "beta")
            @Nullable
            String joinCode,

            @Schema(description = "Whether every new member joins.")
            boolean joinedByDefault,

            @Schema(example = "120") long members,

            @Schema(description = "How many will be members once they join the hub.", example = "40")
            long pending) {

        static GroupAnswer of(GroupDetails group) {
            return new GroupAnswer(
                    group.id().value(),
                    group.name(),
                    group.joinCode(),
                    group.joinedByDefault(),
                    group.members(),
                    group.pending());
        }
    }

    /** All groups. */
    @Schema(name = "Groups")
    record GroupsAnswer(List<GroupAnswer> items) {}

    /** What a new group is made of, for the documentation alone. */
    @Schema(name = "NewGroup")
    record NewGroup(
            @Schema(example = "Beta testers") String name,

            @Schema(description = "Letters, digits, - and _.", example = "beta") @Nullable
            String joinCode,

            @Schema(defaultValue = "false") @Nullable Boolean joinedByDefault) {}

    @Operation(operationId = "listGroups", summary = "All groups", description = "By name, with their members counted.")
    @GetMapping
    GroupsAnswer list() {
        return new GroupsAnswer(groups.all().stream().map(GroupAnswer::of).toList());
    }

    @Operation(
            operationId = "createGroup",
            summary = "Create a group",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewGroup.class))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    GroupAnswer create(InputStream content) throws IOException {
        JsonBody body = lookups.json(content);
        body.allow(Set.of("name", "joinCode", "joinedByDefault"));
        var draft = new GroupDraft(
                Objects.requireNonNullElse(body.text("name"), ""),
                body.text("joinCode"),
                body.flag("joinedByDefault", false));
        body.findings().refuseIfAny();
        GroupId id = lookups.created(groups.create(draft));
        return GroupAnswer.of(groups.find(id).orElseThrow());
    }
}
