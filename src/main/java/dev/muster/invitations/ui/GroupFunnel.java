package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import dev.muster.common.ui.GroupPart;
import dev.muster.invitations.Funnels;
import dev.muster.mail.MailPulse;
import dev.muster.members.GroupId;
import dev.muster.members.MemberPulse;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** How far those who were imported into a group have come, beside its form. */
@org.springframework.stereotype.Component
@Order(2)
class GroupFunnel implements GroupPart {

    private final Funnels funnels;
    private final MemberPulse members;
    private final MailPulse mails;

    GroupFunnel(Funnels funnels, MemberPulse members, MailPulse mails) {
        this.funnels = funnels;
        this.members = members;
        this.mails = mails;
    }

    @Override
    public Optional<Component> of(long group) {
        var content = new FunnelCard.Content(
                "invitations.funnel.of-group",
                "advocates?group=" + group + "&source=csv_import",
                () -> funnels.ofGroup(new GroupId(group)));
        return Optional.of(new FunnelCard(new H3(), content, members, mails));
    }
}
