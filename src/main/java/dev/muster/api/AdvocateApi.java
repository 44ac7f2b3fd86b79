package dev.muster.api;

import dev.muster.members.MemberChange;
import dev.muster.members.MemberId;
import dev.muster.members.MemberSelection;
import dev.muster.members.MembersDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One advocate: created, read, changed, deleted, invited. */
@RestController
@RequestMapping(path = "/api/v1/advocates", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Advocates")
class AdvocateApi {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final MembersDesk members;
    private final AdvocateEdits edits;
    private final AdvocateAnswers answers;
    private final Lookups lookups;

    AdvocateApi(MembersDesk members, AdvocateEdits edits, AdvocateAnswers answers, Lookups lookups) {
        this.members = members;
        this.edits = edits;
        this.answers = answers;
        this.lookups = lookups;
    }

    @Operation(
            operationId = "createAdvocate",
            summary = "Create an advocate",
            description =
                    "Its groups are pending until it joins. No mail goes out. An address that is in the hub already"
                            + " is answered by 409.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = AdvocateEdits.NewAdvocate.class))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AdvocateAnswer> create(InputStream body) throws IOException {
        AdvocateAnswer created = answer(edits.create(lookups.json(body)));
        return ResponseEntity.created(URI.create("/api/v1/advocates/" + created.id()))
                .body(created);
    }

    @Operation(operationId = "getAdvocate", summary = "One advocate")
    @GetMapping("/{id}")
    AdvocateAnswer find(@PathVariable long id) {
        return answer(new MemberId(id));
    }

    @Operation(
            operationId = "changeAdvocate",
            summary = "Change an advocate",
            description = "A JSON merge patch (RFC 7396): what is not in it stays, null erases. A list of values or"
                    + " groups takes the place of the whole list.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = AdvocateEdits.Patch.class))))
    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MERGE_PATCH})
    AdvocateAnswer change(@PathVariable long id, InputStream body) throws IOException {
        MemberId member = lookups.advocate(id).id();
        edits.change(member, lookups.json(body));
        return answer(member);
    }

    @Operation(
            operationId = "deleteAdvocate",
            summary = "Delete an advocate",
            description = "For good: a later import does not bring back who was deleted.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        MemberId member = lookups.advocate(id).id();
        members.change(new MemberSelection.Some(Set.of(member)), MemberChange.of(MemberChange.Kind.DELETE));
    }

    private AdvocateAnswer answer(MemberId id) {
        return answers.of(lookups.advocate(id.value()));
    }
}
