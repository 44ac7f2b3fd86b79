package dev.muster.invitations;

import dev.muster.mail.Letter;

/** Why somebody gets a link to join. */
enum InvitationPurpose {
    /** An admin invites them. */
    INVITATION(Letter.Purpose.INVITATION),
    /** An admin invited them some time ago. */
    REMINDER(Letter.Purpose.REMINDER),
    /** They gave their address at a group's URL, or asked for a new link: it goes to that address alone. */
    CONFIRMATION(Letter.Purpose.CONFIRMATION);

    private final Letter.Purpose letter;

    InvitationPurpose(Letter.Purpose letter) {
        this.letter = letter;
    }

    Letter.Purpose letter() {
        return letter;
    }
}
