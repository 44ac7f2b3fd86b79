package dev.muster.members;

import dev.muster.common.EmailAddress;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Anyone in the hub, joined or not: one person, one address. */
@Entity
class Member {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "member_seq")
    @SequenceGenerator(name = "member_seq", sequenceName = "member_seq", allocationSize = 5000)
    private @Nullable Long id;

    @Version
    private long version;

    private String name;
    private String email;

    private String emailKey;

    private @Nullable String title;
    private @Nullable String company;
    private @Nullable String salesforceId;
    private @Nullable String externalContactId;
    private @Nullable String externalAccountId;

    @Convert(converter = FieldValuesConverter.class)
    private FieldValues fieldValues;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MemberKind kind;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MemberSource source;

    private @Nullable Long importId;
    private Instant createdAt;
    private @Nullable Instant lastInvitedAt;
    private @Nullable Instant joinedAt;
    private @Nullable Instant archivedAt;
    private @Nullable Instant lockedAt;
    private @Nullable Instant optedOutAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Member() {}

    /**
     * Creates a member that has not joined.
     *
     * @param data whose name is not blank
     * @param email the address in {@code data}, read
     */
    Member(ProfileData data, EmailAddress email, MemberKind kind, MemberSource source, Instant now) {
        this.fieldValues = FieldValues.NONE;
        this.kind = kind;
        this.source = source;
        this.createdAt = now;
        take(data, email);
    }

    MemberId id() {
        if (id == null) {
            throw new IllegalStateException("The member %s was not saved yet.".formatted(email));
        }
        return new MemberId(id);
    }

    long version() {
        return version;
    }

    boolean hasAddress(EmailAddress address) {
        return emailKey.equals(address.key());
    }

    ProfileData data() {
        var standard = new EnumMap<StandardField, String>(StandardField.class);
        for (StandardField field : StandardField.values()) {
            String value = value(field);
            if (value != null) {
                standard.put(field, value);
            }
        }
        return new ProfileData(standard, fieldValues);
    }

    /**
     * Returns what is known about the member.
     *
     * @param lastLogin when it logged in last, where anybody asks
     */
    MemberFacts facts(@Nullable String importFileName, @Nullable Instant lastLogin) {
        ImportReference broughtBy =
                importId == null || importFileName == null ? null : new ImportReference(importId, importFileName);
        return new MemberFacts(
                MemberStatus.of(kind, joinedAt),
                source,
                broughtBy,
                new MemberFacts.Moments(
                        createdAt, lastInvitedAt, joinedAt, lastLogin, archivedAt, lockedAt, optedOutAt));
    }

    @Nullable
    Long importId() {
        return importId;
    }

    /**
     * Takes what a person entered in place of what was there.
     *
     * @param data whose name is not blank
     * @param newEmail the address in {@code data}, read
     * @return what changed, field by field; empty where nothing did
     */
    List<FieldChange> edit(ProfileData data, EmailAddress newEmail) {
        ProfileData before = data();
        take(data, newEmail);
        return differences(before, data());
    }

    private void take(ProfileData data, EmailAddress newEmail) {
        name = Objects.requireNonNull(data.orNull(StandardField.NAME), "A member has a name.");
        email = newEmail.shown();
        emailKey = newEmail.key();
        title = data.orNull(StandardField.TITLE);
        company = data.orNull(StandardField.COMPANY);
        salesforceId = data.orNull(StandardField.SALESFORCE_ID);
        externalContactId = data.orNull(StandardField.EXTERNAL_CONTACT_ID);
        externalAccountId = data.orNull(StandardField.EXTERNAL_ACCOUNT_ID);
        fieldValues = data.custom();
    }

    private @Nullable String value(StandardField field) {
        return switch (field) {
            case NAME -> name;
            case EMAIL -> email;
            case TITLE -> title;
            case COMPANY -> company;
            case SALESFORCE_ID -> salesforceId;
            case EXTERNAL_CONTACT_ID -> externalContactId;
            case EXTERNAL_ACCOUNT_ID -> externalAccountId;
        };
    }

    private static List<FieldChange> differences(ProfileData before, ProfileData after) {
        var changes = new ArrayList<FieldChange>();
        for (StandardField field : StandardField.values()) {
            if (!Objects.equals(before.orNull(field), after.orNull(field))) {
                changes.add(FieldChange.of(field, before.orNull(field), after.orNull(field)));
            }
        }
        for (FieldId field : before.custom().fieldsOfEither(after.custom())) {
            if (!before.custom().of(field).equals(after.custom().of(field))) {
                changes.add(FieldChange.of(
                        field, before.custom().of(field), after.custom().of(field)));
            }
        }
        return changes;
    }
}
