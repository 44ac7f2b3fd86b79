package dev.muster.mail;

import dev.muster.common.ForcedIndex;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters to people of whom nothing is to be left. */
@Repository
class ForgottenMails {

    /** The letters before their tries, as whoever sends them does. */
    private static final String LOCK =
            "SELECT id FROM mail" + ForcedIndex.PRIMARY + " WHERE id IN (:letters) ORDER BY id FOR UPDATE";

    private static final String BLANK_TRIES = """
            UPDATE mail_try SET server_reply = NULL WHERE mail_id IN (SELECT id FROM mail WHERE %s)""";

    /** Whatever could still be sent again has nobody to go to. */
    private static final String BLANK = """
            UPDATE mail SET to_name = :name, to_address = '', subject = '', text_body = '', html_body = '',
                server_reply = NULL, state = CASE WHEN state IN ('SENT', 'SENDING') THEN state ELSE 'CANCELLED' END,
                next_try_at = NULL, version = version + 1
            WHERE %s""";

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
            lock(BY_NUMBER, "members", members);
            lock(BY_ADDRESS, "keys", addressKeys);
            for (String statement : List.of(BLANK_TRIES, BLANK)) {
                jdbc.sql(statement.formatted(BY_NUMBER))
                        .param("members", members)
                        .param("name", name)
                        .update();
                jdbc.sql(statement.formatted(BY_ADDRESS))
                        .param("keys", addressKeys)
                        .param("name", name)
                        .update();
            }
        }
    }

    /** Looked for without locks: else every letter of the hub would be locked on the way, for a moment. */
    private void lock(String which, String parameter, Collection<?> values) {
        List<Long> letters = jdbc.sql("SELECT id FROM mail WHERE " + which)
                .param(parameter, values)
                .query((row, _) -> row.getLong("id"))
                .list();
        if (!letters.isEmpty()) {
            jdbc.sql(LOCK).param("letters", letters).query(Long.class).list();
        }
    }
}
