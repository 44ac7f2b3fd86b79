package dev.muster.api;

import dev.muster.invitations.InvitationDesk;
import dev.muster.invitations.InvitationFile;
import dev.muster.invitations.InvitationStanding;
import dev.muster.members.MemberFacts;
import dev.muster.members.MemberProfile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Personal links for advocates, for programs that send the mail themselves. */
@RestController
@RequestMapping(path = "/api/v1/advocates/{id}/invitation", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Advocates")
class InvitationApi {

    private final InvitationDesk desk;
    private final InvitationFile file;
    private final Lookups lookups;

    InvitationApi(InvitationDesk desk, InvitationFile file, Lookups lookups) {
        this.desk = desk;
        this.file = file;
        this.lookups = lookups;
    }

    @Operation(
            operationId = "createInvitation",
            summary = "Make a link by which an advocate joins",
            description = "For you to pass on: no mail goes out. Who has joined, or is archived or locked, gets none.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InvitationAnswer create(@PathVariable long id) {
        MemberProfile advocate = lookups.advocate(id);
        refuseBarred(advocate);
        desk.createLink(advocate.id());
        InvitationStanding made = file.find(advocate.id()).orElseThrow();
        return new InvitationAnswer(Objects.requireNonNull(made.link()), made.worksUntil());
    }

    private void refuseBarred(MemberProfile advocate) {
        MemberFacts.Moments moments = advocate.facts().moments();
        long id = advocate.id().value();
        if (moments.joined() != null) {
            throw lookups.conflict("api.problem.joined", id);
        }
        if (moments.archived() != null || moments.locked() != null) {
            throw lookups.conflict(moments.archived() != null ? "api.problem.archived" : "api.problem.locked", id);
        }
    }
}
