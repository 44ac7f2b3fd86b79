package dev.muster.members;

import java.util.Set;

/** Members that a person picked from a list. */
public sealed interface MemberSelection {

    /** These members, one by one. */
    record Some(Set<MemberId> members) implements MemberSelection {

        public Some {
            members = Set.copyOf(members);
        }
    }

    /** Everybody whom {@code query} finds, but for the ones who were taken out again. */
    record AllThat(MemberQuery query, Set<MemberId> except) implements MemberSelection {

        public AllThat {
            except = Set.copyOf(except);
        }
    }
}
