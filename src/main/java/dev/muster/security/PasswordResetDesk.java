package dev.muster.security;

import dev.muster.common.EmailAddress;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where whoever forgot a password sets a new one. Asks for no right: nobody can be logged in here. */
@Component
public class PasswordResetDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordResetDesk.class);

    private final WriteResetLetter letter;
    private final PasswordResets resets;
    private final ChangePassword change;
    private final Executor background;
    private final LoginThrottle requests;

    PasswordResetDesk(
            WriteResetLetter letter,
            PasswordResets resets,
            ChangePassword change,
            @Qualifier("applicationTaskExecutor") Executor background,
            Clock clock) {
        this.letter = letter;
        this.resets = resets;
        this.change = change;
        this.background = background;
        this.requests = new LoginThrottle(clock);
    }

    /**
     * Has a letter written to {@code address} if somebody logs in with it. Answers the same, and as fast, whether it is
     * or not: the letter is written after the answer.
     *
     * @param place the IP address that asks
     * @return false where too many were asked for, and nothing is done
     */
    public boolean request(EmailAddress address, String place) {
        if (!requests.admits(place, address.key())) {
            return false;
        }
        background.execute(() -> write(address));
        return true;
    }

    /** Tells how the link with {@code token} stands; changes nothing. */
    @Transactional(readOnly = true)
    public ResetLink find(String token) {
        return resets.find(token);
    }

    /**
     * Sets a new password and uses the link up; all sessions of the account end.
     *
     * @return {@link ResetLink#USABLE} where it is done, else why not
     * @throws IllegalArgumentException where {@link PasswordRule} does not accept {@code password}
     */
    @Transactional
    public ResetLink use(String token, String password) {
        PasswordRule.require(password);
        ResetLink standing = resets.find(token);
        if (standing != ResetLink.USABLE) {
            return standing;
        }
        return resets.use(token)
                .map(owner -> change.reset(owner, password) ? ResetLink.USABLE : ResetLink.UNKNOWN)
                .orElse(ResetLink.USED);
    }

    private void write(EmailAddress address) {
        try {
            letter.run(address);
        } catch (RuntimeException e) {
            LOG.error("A letter with a link for a new password was not written. Its receiver can ask again.", e);
        }
    }
}
