package dev.muster.members;

import dev.muster.common.Utc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member as a test puts it straight into the database. */
public record StoredMember(
        long id, String name, String email, @Nullable String company, MemberKind kind, Moments moments) {

    public record Moments(
            @Nullable Instant invited,
            @Nullable Instant joined,
            @Nullable Instant archived,
            @Nullable Instant locked) {}

    private static final Moments NONE = new Moments(null, null, null, null);

    public static StoredMember contact(long id, String name, String email) {
        return new StoredMember(id, name, email, null, MemberKind.ADVOCATE, NONE);
    }

    public StoredMember at(@Nullable String theirCompany) {
        return new StoredMember(id, name, email, theirCompany, kind, moments);
    }

    public StoredMember nominee() {
        return new StoredMember(id, name, email, company, MemberKind.NOMINEE, moments);
    }

    public StoredMember invited(Instant when) {
        return with(new Moments(when, moments.joined, moments.archived, moments.locked));
    }

    public StoredMember joined(Instant when) {
        return with(new Moments(moments.invited, when, moments.archived, moments.locked));
    }

    public StoredMember archived(Instant when) {
        return with(new Moments(moments.invited, moments.joined, when, moments.locked));
    }

    public StoredMember locked(Instant when) {
        return with(new Moments(moments.invited, moments.joined, moments.archived, when));
    }

    private StoredMember with(Moments newMoments) {
        return new StoredMember(id, name, email, company, kind, newMoments);
    }

    public StoredMember in(JdbcClient jdbc) {
        jdbc.sql("""
                        INSERT INTO member (id, version, name, email, email_key, company, field_values, kind, source,
                            created_at, last_invited_at, joined_at, archived_at, locked_at)
                        VALUES (?, 0, ?, ?, ?, ?, '{}', ?, 'CSV_IMPORT', ?, ?, ?, ?, ?)""")
                .params(id, name, email, email.toLowerCase(java.util.Locale.ROOT))
                .param(company)
                .param(kind.name())
                .param(column(Instant.parse("2026-10-01T08:00:00Z").plusSeconds(id)))
                .param(column(moments.invited))
                .param(column(moments.joined))
                .param(column(moments.archived))
                .param(column(moments.locked))
                .update();
        return this;
    }

    private static @Nullable Object column(@Nullable Instant moment) {
        return moment == null ? null : Utc.toColumn(moment);
    }
}
