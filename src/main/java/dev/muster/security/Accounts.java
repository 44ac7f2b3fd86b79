package dev.muster.security;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Accounts extends JpaRepository<Account, Long> {

    Optional<Account> findByEmailKey(String emailKey);

    /** Notes a login. That is no edit: of several at the same moment none may be in the way of another. */
    @Modifying
    @Query("UPDATE Account a SET a.lastLoginAt = :moment WHERE a.id = :id")
    void loggedIn(long id, Instant moment);

    /** Returns the accounts of {@code role} that may log in, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT a FROM Account a WHERE a.role = :role AND a.disabledAt IS NULL")
    List<Account> lockEnabledByRole(Role role);
}
