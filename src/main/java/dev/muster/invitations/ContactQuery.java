package dev.muster.invitations;

import dev.muster.common.WhiteSpace;

/**
 * Which contacts the Invite List shows, in which order.
 *
 * @param search a part of a name, an address or a company, without regard to case; blank for all
 */
public record ContactQuery(Standing standing, Invited invited, String search, Sort sort, boolean descending) {

    /** The list as it opens. */
    public static final ContactQuery DEFAULT = new ContactQuery(Standing.ACTIVE, Invited.NEVER, "", Sort.ADDED, true);

    /** Whether contacts are in use. */
    public enum Standing {
        ACTIVE,
        ARCHIVED
    }

    /** Whether contacts were invited before. */
    public enum Invited {
        NEVER,
        INVITED,
        ALL
    }

    /** What contacts can be sorted by. */
    public enum Sort {
        NAME("name"),
        EMAIL("email_key"),
        COMPANY("company"),
        SOURCE("source"),
        ADDED("created_at"),
        LAST_INVITED("last_invited_at");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    public ContactQuery {
        search = WhiteSpace.clean(search);
    }

    public ContactQuery with(Standing newStanding) {
        return new ContactQuery(newStanding, invited, search, sort, descending);
    }

    public ContactQuery with(Invited newInvited) {
        return new ContactQuery(standing, newInvited, search, sort, descending);
    }

    public ContactQuery withSearch(String newSearch) {
        return new ContactQuery(standing, invited, newSearch, sort, descending);
    }

    public ContactQuery sortedBy(Sort newSort, boolean isDescending) {
        return new ContactQuery(standing, invited, search, newSort, isDescending);
    }
}
