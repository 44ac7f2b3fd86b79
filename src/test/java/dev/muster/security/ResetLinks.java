package dev.muster.security;

import org.springframework.boot.test.context.TestComponent;

/** Gives a test the token of a link that sets a password, which is otherwise only in a letter. */
@TestComponent
public class ResetLinks {

    private final PasswordResets resets;

    ResetLinks(PasswordResets resets) {
        this.resets = resets;
    }

    public String fresh(AccountId account) {
        return resets.renew(account, WriteResetLetter.WORKS_FOR);
    }
}
