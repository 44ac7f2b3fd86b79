package dev.muster.security.ui;

import dev.muster.common.WhiteSpace;

/** Why what was typed is no address. */
final class AddressFault {

    private AddressFault() {}

    /** Returns the key of what is said about {@code typed}, which is no address. */
    static String key(String typed) {
        return WhiteSpace.isBlank(typed) ? "security.setup.email-missing" : "security.setup.email-invalid";
    }
}
