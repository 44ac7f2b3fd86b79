package dev.muster.invitations;

import dev.muster.common.WhiteSpace;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSort;
import dev.muster.members.MemberSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts the Invite List shows, in which order.
 *
 * @param kind the only kind shown; null for both
 * @param sources the only sources shown; empty for all
 * @param search a part of a name, an address or a company, without regard to case; blank for all
 */
public record ContactQuery(
        Standing standing,
        Invited invited,
        @Nullable MemberKind kind,
        Set<MemberSource> sources,
        String search,
        Sort sort,
        boolean descending) {

    /** The list as it opens. */
    public static final ContactQuery DEFAULT =
            new ContactQuery(Standing.ACTIVE, Invited.NEVER, null, Set.of(), "", Sort.ADDED, true);

    /** Whether contacts are in use. Whoever is archived and locked is in both of these lists. */
    public enum Standing {
        ACTIVE,
        ARCHIVED,
        LOCKED
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
        sources = Set.copyOf(sources);
        search = WhiteSpace.clean(search);
    }

    /**
     * Returns the part of the list with {@code newStanding} as it opens: of the active, those who wait for an
     * invitation; of the others, all.
     */
    public ContactQuery with(Standing newStanding) {
        Invited first = newStanding == Standing.ACTIVE ? Invited.NEVER : Invited.ALL;
        return newStanding == standing
                ? this
                : new ContactQuery(newStanding, first, kind, sources, search, sort, descending);
    }

    public ContactQuery with(Invited newInvited) {
        return new ContactQuery(standing, newInvited, kind, sources, search, sort, descending);
    }

    public ContactQuery withKind(@Nullable MemberKind newKind) {
        return new ContactQuery(standing, invited, newKind, sources, search, sort, descending);
    }

    public ContactQuery withSources(Set<MemberSource> newSources) {
        return new ContactQuery(standing, invited, kind, newSources, search, sort, descending);
    }

    public ContactQuery withSearch(String newSearch) {
        return new ContactQuery(standing, invited, kind, sources, newSearch, sort, descending);
    }

    public ContactQuery sortedBy(Sort newSort, boolean isDescending) {
        return new ContactQuery(standing, invited, kind, sources, search, newSort, isDescending);
    }

    /** Returns the same part of the list in its first order, and nothing else narrowed down. */
    public ContactQuery cleared() {
        return DEFAULT.with(standing).sortedBy(sort, descending);
    }

    /** Returns the segments of the contacts. */
    Set<MemberSegment> segments() {
        if (kind == null) {
            return Set.of(MemberSegment.NOT_JOINED, MemberSegment.NOMINEES);
        }
        return Set.of(kind == MemberKind.NOMINEE ? MemberSegment.NOMINEES : MemberSegment.NOT_JOINED);
    }

    /** Returns the same question as a list of members is asked, but for the {@link #segments}. */
    MemberQuery ofMembers() {
        MemberFilter filter = MemberFilter.NONE
                .withSources(sources)
                .withInvited(
                        switch (invited) {
                            case NEVER -> MemberFilter.InvitedWhen.NEVER;
                            case INVITED -> MemberFilter.InvitedWhen.EVER;
                            case ALL -> null;
                        });
        Set<MemberFilter.Hidden> hidden = switch (standing) {
            case ACTIVE -> Set.of();
            case ARCHIVED -> Set.of(MemberFilter.Hidden.ARCHIVED);
            case LOCKED -> Set.of(MemberFilter.Hidden.LOCKED);
        };
        return new MemberQuery(
                MemberSegment.ALL, search, filter.withHidden(hidden), MemberSort.valueOf(sort.name()), descending);
    }

    /** Tells whether {@code other} finds the same contacts, in whatever order. */
    public boolean findsTheSameAs(ContactQuery other) {
        return sortedBy(other.sort, other.descending).equals(other);
    }
}
