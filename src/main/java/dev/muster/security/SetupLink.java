package dev.muster.security;

import dev.muster.common.HubSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The link that lets whoever reads the start-up log create the first administrator. Each start of an empty hub makes a
 * new one, and only the newest works. The database keeps its hash alone.
 */
@Component
class SetupLink {

    private static final Logger LOG = LoggerFactory.getLogger(SetupLink.class);

    private static final String SETTING = "setup_key_hash";

    private final Accounts accounts;
    private final HubSettings settings;
    private final JdbcClient jdbc;

    SetupLink(Accounts accounts, HubSettings settings, JdbcClient jdbc) {
        this.accounts = accounts;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        if (accounts.count() == 0) {
            LOG.info(
                    "This hub is empty. Create its first administrator at {}/setup?key={}",
                    settings.baseUrl(),
                    renew());
        }
    }

    /** Makes the key of a new link; the one before stops working. */
    String renew() {
        String key = SecretToken.next();
        settings.save(SETTING, hash(key));
        return key;
    }

    /** Tells whether {@code key} is that of the newest link, and it was not used. */
    boolean isValid(String key) {
        return accounts.count() == 0
                && settings.find(SETTING).filter(hash -> hash.equals(hash(key))).isPresent();
    }

    /**
     * Uses the link up. The row lock lets one of two transactions through that use it at once; the other finds nothing.
     *
     * @return whether it was valid
     */
    boolean use(String key) {
        int used = jdbc.sql("DELETE FROM setting WHERE name = ? AND content = ?")
                .params(SETTING, hash(key))
                .update();
        return used == 1 && accounts.count() == 0;
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
