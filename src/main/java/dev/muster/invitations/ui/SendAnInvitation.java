package dev.muster.invitations.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.NewAdvocateOption;
import dev.muster.invitations.InvitationDesk;
import dev.muster.members.MemberId;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import java.util.Optional;

/** {@code Send an invitation} where an advocate is added by hand. */
@SpringComponent
class SendAnInvitation implements NewAdvocateOption {

    private final InvitationDesk desk;
    private final CurrentUser currentUser;

    SendAnInvitation(InvitationDesk desk, CurrentUser currentUser) {
        this.desk = desk;
        this.currentUser = currentUser;
    }

    @Override
    public String labelKey() {
        return "invitations.add.send";
    }

    @Override
    public boolean isOffered() {
        return currentUser.has(Role.MANAGER);
    }

    @Override
    public Optional<String> obstacle() {
        return desk.obstacle();
    }

    @Override
    public void run(long member) {
        desk.invite(new MemberId(member));
    }
}
