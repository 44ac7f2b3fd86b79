package dev.muster.invitations;

import dev.muster.security.AccountId;

/**
 * The admin in whose name invitations go out.
 *
 * @param email where answers go
 */
public record Sender(AccountId account, String name, String email) {

    /** Returns name and address; the address alone for whoever has no other name. */
    public String nameAndAddress() {
        return name.equals(email) ? email : name + ", " + email;
    }
}
