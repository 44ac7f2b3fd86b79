package dev.muster.invitations;

import dev.muster.common.Catalogue;
import dev.muster.members.MemberAddressChanged;
import dev.muster.members.MembersArchived;
import dev.muster.members.MembersDeleted;
import dev.muster.members.MembersLocked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes back the invitations of members who may not join any more, or that went where the member is not, in the
 * transaction that decides it.
 */
@Component
class RevokeInvitations {

    private final Revocations revocations;
    private final Catalogue catalogue;

    RevokeInvitations(Revocations revocations, Catalogue catalogue) {
        this.revocations = revocations;
        this.catalogue = catalogue;
    }

    @EventListener
    void on(MembersArchived event) {
        revocations.revoke(event.members(), catalogue.text("invitations.kept-back.archived"));
    }

    @EventListener
    void on(MembersLocked event) {
        revocations.revoke(event.members(), catalogue.text("invitations.kept-back.locked"));
    }

    @EventListener
    void on(MemberAddressChanged event) {
        revocations.revokeSent(event.member(), catalogue.text("invitations.kept-back.moved"));
    }

    @EventListener
    void on(MembersDeleted event) {
        revocations.revoke(event.members(), catalogue.text("invitations.kept-back.deleted"));
        revocations.forget(event.members(), catalogue.text("invitations.letter.deleted-member"));
    }
}
