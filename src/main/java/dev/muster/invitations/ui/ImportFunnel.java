package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import dev.muster.common.ui.ImportPart;
import dev.muster.invitations.Funnels;
import dev.muster.mail.MailPulse;
import dev.muster.members.MemberPulse;

/** How far the new members of an import have come, on its page. */
@org.springframework.stereotype.Component
class ImportFunnel implements ImportPart {

    private final Funnels funnels;
    private final MemberPulse members;
    private final MailPulse mails;

    ImportFunnel(Funnels funnels, MemberPulse members, MailPulse mails) {
        this.funnels = funnels;
        this.members = members;
        this.mails = mails;
    }

    @Override
    public Component of(long importId) {
        var content = new FunnelCard.Content(
                "invitations.funnel.of-import", "advocates?import=" + importId, () -> funnels.ofImport(importId));
        return new FunnelCard(new H2(), content, members, mails);
    }
}
