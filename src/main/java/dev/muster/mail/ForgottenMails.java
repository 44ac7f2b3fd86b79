package dev.muster.mail;

import dev.muster.common.ForcedIndex;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters to people of whom nothing is to be left. */
@Repository
class ForgottenMails {

    /** The letters before their tries, as whoever sends them does. Whatever could still be sent has nobody to go to. */
    private static final String BLANK = """
            UPDATE mail%s SET to_name = :name, to_address = '', subject = '', text_body = '', html_body = '',
                server_reply = NULL, state = CASE WHEN state IN ('SENT', 'SENDING') THEN state ELSE 'CANCELLED' END,
                next_try_at = NULL, version = version + 1
            WHERE id IN (:letters)""".formatted(ForcedIndex.PRIMARY);

    private static final String BLANK_TRIES =
            "UPDATE mail_try" + ForcedIndex.PRIMARY + " SET server_reply = NULL WHERE mail_id IN (:letters)";

    private static final String BY_NUMBER = "member_id IN (:members)";

    private static final String BY_ADDRESS = """
            member_id IS NULL AND LOWER(to_address) IN (:keys) AND (purpose = 'CONFIRMATION'
                OR NOT EXISTS (SELECT 1 FROM account a WHERE a.email_key = LOWER(mail.to_address)))""";

    private final JdbcClient jdbc;

    ForgottenMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forget(Collection<Long> members, Collection<String> addressKeys, String name) {
        if (!members.isEmpty() && !addressKeys.isEmpty()) {
            blank(letters(BY_NUMBER, "members", members), name);
            blank(letters(BY_ADDRESS, "keys", addressKeys), name);
        }
    }

    /** Looked for without locks: else every letter of the hub would be locked on the way, for a moment. */
    private List<Long> letters(String which, String parameter, Collection<?> values) {
        return jdbc.sql("SELECT id FROM mail WHERE " + which + " ORDER BY id")
                .param(parameter, values)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private void blank(List<Long> letters, String name) {
        if (!letters.isEmpty()) {
            jdbc.sql(BLANK).param("letters", letters).param("name", name).update();
            jdbc.sql(BLANK_TRIES).param("letters", letters).update();
        }
    }
}
