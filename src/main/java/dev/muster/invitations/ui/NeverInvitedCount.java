package dev.muster.invitations.ui;

import dev.muster.common.Lookout;
import dev.muster.common.ui.NavigationCount;
import dev.muster.invitations.ContactDesk;
import dev.muster.invitations.ContactQuery;
import dev.muster.members.MemberPulse;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The contacts never invited, beside the Invite List in the navigation. */
@Component
class NeverInvitedCount implements NavigationCount {

    private final ContactDesk contacts;
    private final MemberPulse pulse;

    NeverInvitedCount(ContactDesk contacts, MemberPulse pulse) {
        this.contacts = contacts;
        this.pulse = pulse;
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

    @Override
    public Lookout.Watch watch(Runnable onNews) {
        return pulse.watch(onNews);
    }
}
