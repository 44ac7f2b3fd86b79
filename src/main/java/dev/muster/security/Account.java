package dev.muster.security;

import dev.muster.common.EmailAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Someone who can log in. An administrator need not be a member of the hub. */
@Entity
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String name;
    private String email;

    @Column
    private String emailKey;

    private String passwordHash;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ColorScheme colorScheme;

    @Column
    private Instant createdAt;

    @Column
    private @Nullable Instant lastLoginAt;

    private @Nullable Instant disabledAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Account() {}

    /**
     * Creates an account that can log in at once.
     *
     * @param passwordHash the password as the password encoder wrote it, never the password itself
     */
    Account(String name, EmailAddress email, String passwordHash, Role role, Instant now) {
        this.name = name;
        this.email = email.shown();
        this.emailKey = email.key();
        this.passwordHash = passwordHash;
        this.role = role;
        this.colorScheme = ColorScheme.SYSTEM;
        this.createdAt = now;
    }

    /** Returns the id; only after the account was saved. */
    public AccountId id() {
        if (id == null) {
            throw new IllegalStateException("The account of %s was not saved yet.".formatted(email));
        }
        return new AccountId(id);
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public Role role() {
        return role;
    }

    public ColorScheme colorScheme() {
        return colorScheme;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** Tells whether the account may log in. */
    public boolean isEnabled() {
        return disabledAt == null;
    }

    /** Returns whom letters about this account go to. */
    AccountPost.Receiver receiver() {
        return new AccountPost.Receiver(name, EmailAddress.parse(email).orElseThrow());
    }

    void prefer(ColorScheme scheme) {
        colorScheme = scheme;
    }

    void changeRole(Role newRole) {
        role = newRole;
    }

    /** Closes the account: whoever has it is logged out at the next request. */
    void disable(Instant now) {
        if (disabledAt == null) {
            disabledAt = now;
        }
    }

    void enable() {
        disabledAt = null;
    }

    void rename(String newName) {
        name = newName;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }
}
