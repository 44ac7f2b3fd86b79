package dev.muster.invitations;

import dev.muster.common.HubSettings;
import dev.muster.security.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sends the invitations: the admin chosen in the settings, and until one is, the first administrator. */
@Component
class DefaultSender {

    /** The number of the account chosen, in digits. */
    static final String SETTING = "default_sender";

    /** The account belongs to security, which no more than shows who it is. */
    private static final String ACCOUNT = "SELECT id, name, email FROM account WHERE disabled_at IS NULL AND ";

    private final HubSettings hub;
    private final JdbcClient jdbc;

    DefaultSender(HubSettings hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /** Returns the sender; empty where nobody can be one. */
    Optional<Sender> find() {
        return chosen().or(this::firstAdministrator);
    }

    /** Returns everybody who can be chosen, by name. */
    List<Sender> all() {
        return jdbc.sql(ACCOUNT + "role <> 'VIEWER' ORDER BY name, id")
                .query((row, _) -> sender(row))
                .list();
    }

    void choose(AccountId account) {
        hub.save(SETTING, Long.toString(account.value()));
    }

    /** Returns the name that letters of {@code sender} are from. */
    String fromName(Sender sender) {
        return hub.company().map(company -> sender.name() + ", " + company).orElse(sender.name());
    }

    private Optional<Sender> chosen() {
        return hub.find(SETTING).flatMap(number -> one("id = ?", number));
    }

    private Optional<Sender> firstAdministrator() {
        return one("role = ?", "ADMINISTRATOR");
    }

    private Optional<Sender> one(String condition, Object value) {
        return jdbc.sql(ACCOUNT + condition + " ORDER BY id LIMIT 1")
                .param(value)
                .query((row, _) -> sender(row))
                .optional();
    }

    private static Sender sender(ResultSet row) throws SQLException {
        return new Sender(new AccountId(row.getLong("id")), row.getString("name"), row.getString("email"));
    }
}
