package dev.muster.invitations;

import dev.muster.common.Catalogue;
import dev.muster.common.EmailAddress;
import dev.muster.mail.Addressee;
import dev.muster.mail.LetterGate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps back letters whose readers joined, left, opted out or moved to another address after they were written. */
@Component
class MemberLetterGate implements LetterGate {

    private final JdbcClient jdbc;
    private final Catalogue texts;

    MemberLetterGate(JdbcClient jdbc, Catalogue texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public Optional<String> objection(Addressee addressee, String address) {
        return jdbc.sql("""
                        SELECT m.opted_out_at, m.archived_at, m.locked_at, m.joined_at, m.email_key,
                            i.state
                        FROM member m LEFT JOIN invitation i ON i.id = ? WHERE m.id = ?""")
                .params(addressee.invitation(), addressee.member())
                .query((row, _) -> objection(row, address))
                .optional()
                .orElseGet(() -> Optional.of("deleted"))
                .map(reason -> texts.text("invitations.kept-back." + reason));
    }

    private static Optional<String> objection(ResultSet row, String address) throws SQLException {
        for (String fact : new String[] {"opted_out_at", "archived_at", "locked_at", "joined_at"}) {
            if (row.getObject(fact) != null) {
                return Optional.of(fact.substring(0, fact.length() - "_at".length()));
            }
        }
        if (!row.getString("email_key").equals(keyOf(address))) {
            return Optional.of("moved");
        }
        String state = row.getString("state");
        return "OPEN".equals(state) ? Optional.empty() : Optional.of("replaced");
    }

    private static String keyOf(String address) {
        return EmailAddress.parse(address).map(EmailAddress::key).orElse(address);
    }
}
