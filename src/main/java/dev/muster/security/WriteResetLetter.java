package dev.muster.security;

import dev.muster.common.EmailAddress;
import dev.muster.common.HubSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letter with the link that sets a new password, where somebody logs in with the address. */
@Component
class WriteResetLetter {

    static final Duration WORKS_FOR = Duration.ofHours(1);

    /** So many letters an hour reach a person, however many places they are asked for from. */
    private static final int LETTERS_AN_HOUR = 5;

    private final Accounts accounts;
    private final PasswordResets resets;
    private final ObjectProvider<OtherLogins> others;
    private final AccountPost post;
    private final HubSettings settings;
    private final Clock clock;

    WriteResetLetter(
            Accounts accounts,
            PasswordResets resets,
            ObjectProvider<OtherLogins> others,
            AccountPost post,
            HubSettings settings,
            Clock clock) {
        this.others = others;
        this.accounts = accounts;
        this.resets = resets;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    private record Forgetful(PasswordOwner owner, AccountPost.Receiver receiver) {}

    /** Whoever has an account too logs in to that first, so the letter is about that. */
    @Transactional
    void run(EmailAddress address) {
        ofAccount(address)
                .or(() -> ofOthers(address))
                .filter(one ->
                        resets.countSince(one.owner(), clock.instant().minus(Duration.ofHours(1))) < LETTERS_AN_HOUR)
                .ifPresent(this::write);
    }

    private Optional<Forgetful> ofAccount(EmailAddress address) {
        return accounts.findByEmailKey(address.key())
                .filter(Account::isEnabled)
                .map(account -> new Forgetful(new PasswordOwner.OfAccount(account.id()), account.receiver()));
    }

    private Optional<Forgetful> ofOthers(EmailAddress address) {
        return others.stream()
                .flatMap(logins -> logins.person(address).stream())
                .findFirst()
                .map(person -> new Forgetful(
                        new PasswordOwner.OfMember(person.number()),
                        new AccountPost.Receiver(person.name(), person.address())));
    }

    private void write(Forgetful one) {
        String token = resets.renew(one.owner(), WORKS_FOR);
        post.writeReset(one.receiver(), URI.create(settings.baseUrl() + "/password-reset?key=" + token), WORKS_FOR);
    }
}
