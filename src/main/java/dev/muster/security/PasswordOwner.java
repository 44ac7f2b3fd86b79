package dev.muster.security;

/** Whose password it is. */
sealed interface PasswordOwner {

    /** An account's. */
    record OfAccount(AccountId id) implements PasswordOwner {}

    /**
     * That of somebody who logs in without an account.
     *
     * @param number as {@link OtherLogins} has it
     */
    record OfMember(long number) implements PasswordOwner {}

    /** Returns the column of {@code password_reset} that says so. */
    default String column() {
        return switch (this) {
            case OfAccount _ -> "account_id";
            case OfMember _ -> "member_id";
        };
    }

    /** Returns what stands in that column. */
    default long value() {
        return switch (this) {
            case OfAccount(AccountId id) -> id.value();
            case OfMember(long number) -> number;
        };
    }
}
