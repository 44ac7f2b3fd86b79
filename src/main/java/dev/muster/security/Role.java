package dev.muster.security;

import java.util.List;

/** What an account may do; each role may do all that the ones after it may. */
public enum Role {
    /** Everything. */
    ADMINISTRATOR,
    /** Import, invite, edit. */
    MANAGER,
    /** Read. */
    VIEWER;

    /** Returns this role and all those whose rights it has too. */
    public List<Role> includes() {
        return switch (this) {
            case ADMINISTRATOR -> List.of(ADMINISTRATOR, MANAGER, VIEWER);
            case MANAGER -> List.of(MANAGER, VIEWER);
            case VIEWER -> List.of(VIEWER);
        };
    }

    /** Names of the roles for annotations. */
    public static final class Names {
        public static final String ADMINISTRATOR = "ADMINISTRATOR";
        public static final String MANAGER = "MANAGER";
        public static final String VIEWER = "VIEWER";

        /** Whoever has joined the hub and is no admin: no {@link Role}, and no right to any page of the admins. */
        public static final String MEMBER = "MEMBER";

        private Names() {}
    }
}
