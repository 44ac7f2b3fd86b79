package dev.muster.invitations;

import dev.muster.common.EmailAddress;
import dev.muster.members.MemberId;

/**
 * Whom a letter is written to.
 *
 * @param company empty where it is not known
 */
record Invitee(MemberId id, String name, EmailAddress email, String company) {}
