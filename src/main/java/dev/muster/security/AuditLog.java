package dev.muster.security;

import dev.muster.common.Utc;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who did what, written in the transaction that does it. Entries are added, never changed. */
@Component
public class AuditLog {

    /** The kind of object that an account is. */
    static final String ACCOUNT = "account";

    private static final String SYSTEM = "Muster";

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Records what the current user does; where nobody is logged in, the hub itself.
     *
     * @param action what is done, in the form {@code object.verb}, such as {@code group.delete}; at most 60 characters
     * @param objectType what kind of thing it is done to, such as {@code group}
     * @param objectId which one, or null where there is none
     * @param detail before and after ({@link AuditDetail}), or a short text, or null
     */
    @Transactional
    public void record(String action, String objectType, @Nullable String objectId, @Nullable String detail) {
        var user = currentUser.find();
        write(
                user.map(LoggedIn::id).orElse(null),
                user.map(LoggedIn::name).orElse(SYSTEM),
                new Entry(action, objectType, objectId, detail));
    }

    /** Records what the member with this {@code number} does about itself: by the number, which says nothing of a person. */
    @Transactional
    void recordOfMember(long number, String action) {
        write(null, "Member " + number, new Entry(action, "member", Long.toString(number), null));
    }

    /** Records what a job does in the name of {@code account}; the rest as in the other method. */
    @Transactional
    public void record(
            AccountId account, String action, String objectType, @Nullable String objectId, @Nullable String detail) {
        String name = jdbc.sql("SELECT name FROM account WHERE id = ?")
                .param(account.value())
                .query(String.class)
                .optional()
                .orElse(SYSTEM);
        write(account, name, new Entry(action, objectType, objectId, detail));
    }

    private record Entry(
            String action,
            String objectType,
            @Nullable String objectId,
            @Nullable String detail) {}

    private void write(@Nullable AccountId account, String actor, Entry entry) {
        jdbc.sql("""
                        INSERT INTO audit_entry (happened_at, account_id, actor, action, object_type, object_id, detail)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(Utc.toColumn(clock.instant()))
                .param(account == null ? null : account.value())
                .param(actor)
                .param(entry.action())
                .param(entry.objectType())
                .param(entry.objectId())
                .param(entry.detail())
                .update();
    }
}
