package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.AccountId;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final AccountId ACCOUNT = new AccountId(1);

    @Test
    void isCalledByNameAndAddress() {
        assertThat(new Sender(ACCOUNT, "Mara Lindqvist", "mara@hub.example").nameAndAddress())
                .isEqualTo("Mara Lindqvist, mara@hub.example");
    }

    @Test
    void whoeverHasNoOtherNameIsCalledByTheAddressOnce() {
        assertThat(new Sender(ACCOUNT, "mara@hub.example", "mara@hub.example").nameAndAddress())
                .isEqualTo("mara@hub.example");
    }
}
