package dev.muster.security;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an account another password. Every session opened with the one before ends at its next request (see
 * {@link AccountStanding}), every link that sets a password stops working, and its owner is told.
 */
@Component
class ChangePassword {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final PasswordResets resets;
    private final ObjectProvider<OtherLogins> others;
    private final AccountPost post;
    private final AuditLog audit;

    ChangePassword(
            Accounts accounts,
            PasswordEncoder passwords,
            PasswordResets resets,
            ObjectProvider<OtherLogins> others,
            AccountPost post,
            AuditLog audit) {
        this.others = others;
        this.accounts = accounts;
        this.passwords = passwords;
        this.resets = resets;
        this.post = post;
        this.audit = audit;
    }

    /**
     * Sets the password of {@code owner}, who forgot the one before.
     *
     * @return false where its owner may not log in any more, and nothing is done
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean reset(PasswordOwner owner, String password) {
        return switch (owner) {
            case PasswordOwner.OfAccount(AccountId id) -> {
                run(id, password, "account.reset-password");
                yield true;
            }
            case PasswordOwner.OfMember(long number) ->
                others.stream().anyMatch(logins -> reset(logins, number, password));
        };
    }

    private boolean reset(OtherLogins logins, long number, String password) {
        PasswordRule.require(password);
        Optional<OtherLogins.Person> person = logins.person(number);
        person.ifPresent(one -> {
            run(logins, one, password);
            audit.record("member.reset-password", "member", Long.toString(number), null);
        });
        return person.isPresent();
    }

    /** Changes the password of {@code person}, who logs in without an account; the audit log is up to the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    void run(OtherLogins logins, OtherLogins.Person person, String password) {
        PasswordRule.require(password);
        logins.changePassword(person.number(), Objects.requireNonNull(passwords.encode(password)));
        resets.revokeAll(new PasswordOwner.OfMember(person.number()));
        post.writePasswordChanged(new AccountPost.Receiver(person.name(), person.address()));
    }

    /** Tells whether {@code password} is the one that {@code hash} was made of. */
    boolean matches(@Nullable String hash, String password) {
        return passwords.matches(password, hash);
    }

    /**
     * Changes the password of {@code id}.
     *
     * @param action what the audit log calls it
     * @return the account as a session knows it from here on
     * @throws IllegalArgumentException where {@link PasswordRule} does not accept {@code password}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    LoggedIn run(AccountId id, String password, String action) {
        PasswordRule.require(password);
        Account account = accounts.findById(id.value())
                .orElseThrow(() -> new IllegalArgumentException("There is no account %d.".formatted(id.value())));
        account.changePassword(passwords.encode(password));
        resets.revokeAll(new PasswordOwner.OfAccount(account.id()));
        post.writePasswordChanged(account.receiver());
        audit.record(id, action, AuditLog.ACCOUNT, Long.toString(id.value()), account.name());
        return LoggedIn.of(account);
    }
}
