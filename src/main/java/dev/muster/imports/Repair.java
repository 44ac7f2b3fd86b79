package dev.muster.imports;

/** What an import can put right in a file where the admin agrees; each by itself, and never unasked. */
public enum Repair {
    /** Text that was read in the wrong encoding somewhere before: {@code JosÃ©}. */
    GARBLED_TEXT,
    /** Rows that are no contacts: a repeated header, a footer. */
    NOT_A_CONTACT,
    /** Addresses with something around them: {@code mailto:a@b.example}, {@code Name <a@b.example>}. */
    WRAPPED_ADDRESS,
    /** Misspelled domains of well-known mail providers: {@code gmial.com}. */
    MISSPELLED_DOMAIN,
    /** Names in capitals only: {@code ANNA MAIER}. */
    NAME_IN_CAPITALS;

    /** Tells whether {@code group} counts the rows that this could put right, or did. */
    public boolean isIn(IssueGroup group) {
        return group.messageKey().equals(found().messageKey())
                || group.messageKey().equals(done().messageKey());
    }

    /** Returns what is said about a row that this could put right. */
    Issue.Kind found() {
        return switch (this) {
            case GARBLED_TEXT -> Issue.Kind.GARBLED_TEXT_FOUND;
            case NOT_A_CONTACT -> Issue.Kind.NOT_A_CONTACT_FOUND;
            case WRAPPED_ADDRESS -> Issue.Kind.WRAPPED_ADDRESS_FOUND;
            case MISSPELLED_DOMAIN -> Issue.Kind.MISSPELLED_DOMAIN_FOUND;
            case NAME_IN_CAPITALS -> Issue.Kind.NAME_IN_CAPITALS_FOUND;
        };
    }

    /** Returns what is said about a row that this put right. */
    Issue.Kind done() {
        return switch (this) {
            case GARBLED_TEXT -> Issue.Kind.GARBLED_TEXT_REPAIRED;
            case NOT_A_CONTACT -> Issue.Kind.NOT_A_CONTACT_LEFT_OUT;
            case WRAPPED_ADDRESS -> Issue.Kind.WRAPPED_ADDRESS_REPAIRED;
            case MISSPELLED_DOMAIN -> Issue.Kind.MISSPELLED_DOMAIN_REPAIRED;
            case NAME_IN_CAPITALS -> Issue.Kind.NAME_IN_CAPITALS_REPAIRED;
        };
    }
}
