package dev.muster.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * As whom a token of the REST API acts. Asks the database each time, so that a revoked token, a disabled account and a
 * lower role count at once.
 */
@Component
class TokenLogin {

    private static final Logger LOG = LoggerFactory.getLogger(TokenLogin.class);
    private static final int LONG_ENOUGH = 20;

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final byte[] tokenOfTheEnvironment;

    TokenLogin(ApiTokens tokens, Accounts accounts, @Value("${muster.api.token:}") String tokenOfTheEnvironment) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.tokenOfTheEnvironment = tokenOfTheEnvironment.strip().getBytes(StandardCharsets.UTF_8);
        if (this.tokenOfTheEnvironment.length > 0 && this.tokenOfTheEnvironment.length < LONG_ENOUGH) {
            LOG.warn(
                    "MUSTER_API_TOKEN has fewer than {} characters and can be guessed. Set a longer one, such as the"
                            + " output of: openssl rand -hex 32",
                    LONG_ENOUGH);
        }
    }

    /** Returns as whom {@code token} acts, or empty where it does not work. */
    @Transactional
    Optional<LoggedIn> logIn(String token) {
        if (isOfTheEnvironment(token)) {
            return firstAdministrator();
        }
        return tokens.find(token)
                .flatMap(holder -> accounts.findById(holder.account().value())
                        .filter(Account::isEnabled)
                        .map(account -> {
                            tokens.used(holder.token());
                            return LoggedIn.of(account).limitedTo(holder.role());
                        }));
    }

    private boolean isOfTheEnvironment(String token) {
        return tokenOfTheEnvironment.length > 0
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), tokenOfTheEnvironment);
    }

    private Optional<LoggedIn> firstAdministrator() {
        return accounts.oldest(Role.ADMINISTRATOR.name())
                .flatMap(accounts::findById)
                .map(LoggedIn::of);
    }
}
