package dev.muster.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * As whom a token of the REST API acts. Asks the database each time, so that a revoked token, a disabled account and a
 * lower role count at once.
 */
@Component
class TokenLogin {

    private static final Logger LOG = LoggerFactory.getLogger(TokenLogin.class);
    private static final int LONG_ENOUGH = 20;

    private final ApiTokens tokens;
    private final byte[] tokenOfTheEnvironment;

    TokenLogin(ApiTokens tokens, @Value("${muster.api.token:}") String tokenOfTheEnvironment) {
        this.tokens = tokens;
        this.tokenOfTheEnvironment = tokenOfTheEnvironment.strip().getBytes(StandardCharsets.UTF_8);
        if (this.tokenOfTheEnvironment.length > 0 && this.tokenOfTheEnvironment.length < LONG_ENOUGH) {
            LOG.warn(
                    "MUSTER_API_TOKEN has fewer than {} characters and can be guessed. Set a longer one, such as the"
                            + " output of: openssl rand -hex 32",
                    LONG_ENOUGH);
        }
    }

    /**
     * Returns as whom {@code token} acts, or empty where it does not work. One statement and no transaction, whose beginning
     * and end would be most of the messages: this comes before every request.
     */
    Optional<LoggedIn> logIn(String token) {
        if (isOfTheEnvironment(token)) {
            return tokens.holderOfTheEnvironment();
        }
        Optional<ApiTokens.Holder> holder = tokens.find(token);
        holder.ifPresent(tokens::used);
        return holder.map(ApiTokens.Holder::user);
    }

    private boolean isOfTheEnvironment(String token) {
        return tokenOfTheEnvironment.length > 0
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), tokenOfTheEnvironment);
    }
}
