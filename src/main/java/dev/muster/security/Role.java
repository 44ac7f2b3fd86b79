package dev.muster.security;

/** What an account may do; each role may do all that the ones after it may. */
public enum Role {
    /** Everything. */
    ADMINISTRATOR,
    /** Import, invite, edit. */
    MANAGER,
    /** Read. */
    VIEWER;

    /** Names of the roles for annotations. */
    public static final class Names {
        public static final String ADMINISTRATOR = "ADMINISTRATOR";
        public static final String MANAGER = "MANAGER";
        public static final String VIEWER = "VIEWER";

        private Names() {}
    }
}
