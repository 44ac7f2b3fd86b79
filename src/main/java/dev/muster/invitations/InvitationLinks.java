package dev.muster.invitations;

import dev.muster.common.HubSettings;
import dev.muster.mail.PersonalLinks;
import dev.muster.members.MemberId;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The links of invitations, as they are sent and shown. */
@Component
class InvitationLinks implements PersonalLinks {

    private final HubSettings hub;
    private final PersonalTokens tokens;

    InvitationLinks(HubSettings hub, PersonalTokens tokens) {
        this.hub = hub;
        this.tokens = tokens;
    }

    URI toJoin(InvitationId invitation) {
        return toJoin(invitation.value());
    }

    URI toOptOut(MemberId member) {
        return toOptOut(member.value());
    }

    /** Returns the public address at which whoever comes joins the group with this join code. */
    String toGroup(String joinCode) {
        return hub.baseUrl() + "/join/g/" + joinCode;
    }

    @Override
    public URI toJoin(long invitation) {
        return URI.create(hub.baseUrl() + "/join/" + tokens.of(PersonalTokens.Purpose.JOIN, invitation));
    }

    @Override
    public URI toOptOut(long member) {
        return URI.create(hub.baseUrl() + "/opt-out/" + tokens.of(PersonalTokens.Purpose.OPT_OUT, member));
    }
}
