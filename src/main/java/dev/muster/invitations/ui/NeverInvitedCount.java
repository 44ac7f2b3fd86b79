package dev.muster.invitations.ui;

import dev.muster.common.ui.NavigationCount;
import dev.muster.invitations.ContactDesk;
import dev.muster.invitations.ContactQuery;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The contacts never invited, beside the Invite List in the navigation. */
@Component
class NeverInvitedCount implements NavigationCount {

    private final ContactDesk contacts;

    NeverInvitedCount(ContactDesk contacts) {
        this.contacts = contacts;
    }

    @Override
    public String path() {
        return InviteListView.PATH;
    }

    @Override
    public OptionalLong count() {
        long never = contacts.count(ContactQuery.DEFAULT);
        return never == 0 ? OptionalLong.empty() : OptionalLong.of(never);
    }
}
