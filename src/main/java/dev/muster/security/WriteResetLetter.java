package dev.muster.security;

import dev.muster.common.EmailAddress;
import dev.muster.common.HubSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letter with the link that sets a new password, where the address has an account that is open. */
@Component
class WriteResetLetter {

    static final Duration WORKS_FOR = Duration.ofHours(1);

    /** So many letters an hour reach a person, however many places they are asked for from. */
    private static final int LETTERS_AN_HOUR = 5;

    private final Accounts accounts;
    private final PasswordResets resets;
    private final AccountPost post;
    private final HubSettings settings;
    private final Clock clock;

    WriteResetLetter(Accounts accounts, PasswordResets resets, AccountPost post, HubSettings settings, Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void run(EmailAddress address) {
        accounts.findByEmailKey(address.key())
                .filter(Account::isEnabled)
                .filter(account ->
                        resets.countSince(account.id(), clock.instant().minus(Duration.ofHours(1))) < LETTERS_AN_HOUR)
                .ifPresent(this::write);
    }

    private void write(Account account) {
        String token = resets.renew(account.id(), WORKS_FOR);
        post.writeReset(account.receiver(), URI.create(settings.baseUrl() + "/password-reset?key=" + token), WORKS_FOR);
    }
}
