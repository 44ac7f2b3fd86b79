package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.Catalogue;
import dev.muster.common.ui.ProfilePart;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.Toasts;
import dev.muster.invitations.InvitationDesk;
import dev.muster.invitations.InvitationFile;
import dev.muster.mail.MailPulse;
import dev.muster.mail.OutboxDesk;
import dev.muster.members.MemberId;
import dev.muster.members.MemberStatus;
import dev.muster.members.ProfileDesk;
import dev.muster.members.StandardField;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import java.util.Optional;

/** The button {@code NOT JOINED} with its pop-up, and the tab {@code Emails}. */
@SpringComponent
class InvitationPart implements ProfilePart {

    private final InvitationFile file;
    private final InvitationDesk desk;
    private final OutboxDesk outbox;
    private final ProfileDesk profiles;
    private final CurrentUser currentUser;
    private final Catalogue texts;
    private final MailPulse pulse;
    private final Times times;

    InvitationPart(
            InvitationFile file,
            InvitationDesk desk,
            OutboxDesk outbox,
            ProfileDesk profiles,
            CurrentUser currentUser,
            Catalogue texts,
            MailPulse pulse,
            Times times) {
        this.file = file;
        this.desk = desk;
        this.outbox = outbox;
        this.profiles = profiles;
        this.currentUser = currentUser;
        this.texts = texts;
        this.pulse = pulse;
        this.times = times;
    }

    @Override
    public Optional<Component> state(long member) {
        var id = new MemberId(member);
        boolean isNotJoined = profiles.find(id)
                .filter(profile -> profile.facts().status() == MemberStatus.NOT_JOINED)
                .isPresent();
        return isNotJoined && mayInvite() ? Optional.of(button(id)) : Optional.empty();
    }

    @Override
    public Optional<Tab> tab(long member) {
        var id = new MemberId(member);
        return Optional.of(new Tab(
                texts.text("invitations.profile.emails"),
                new EmailList(
                        new EmailList.Steps(() -> outbox.of(member), mayInvite(), () -> mayResend(id), () -> send(id)),
                        pulse,
                        times)));
    }

    /** Whoever was invited at the old address has no link any more. */
    @Override
    public Optional<Offer> atNewAddress(long member) {
        var id = new MemberId(member);
        boolean hasLostLink = mayResend(id)
                && file.find(id)
                        .filter(standing -> standing.lastInvited() != null && standing.link() == null)
                        .isPresent();
        return hasLostLink
                ? Optional.of(new Offer(
                        texts.text("invitations.profile.moved"),
                        texts.text("invitations.profile.invite-again"),
                        () -> send(id)))
                : Optional.empty();
    }

    private boolean mayInvite() {
        return currentUser.has(Role.MANAGER);
    }

    private boolean mayResend(MemberId id) {
        return mayInvite()
                && desk.obstacle().isEmpty()
                && file.find(id)
                        .filter(standing -> standing.barrier().isEmpty())
                        .isPresent();
    }

    private void send(MemberId id) {
        desk.invite(id);
        Toasts.done(texts.text("invitations.profile.queued"));
    }

    private Button button(MemberId id) {
        var button = new Button(texts.text("invitations.profile.not-joined"));
        button.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        button.addClassName("not-joined");
        button.addClickListener(_ -> open(id));
        return button;
    }

    private void open(MemberId id) {
        String name = profiles.find(id)
                .map(profile -> profile.data().text(StandardField.NAME))
                .orElse("");
        var steps = new NotJoinedDialog.Steps(() -> file.find(id), () -> send(id), () -> {
            if (desk.createLink(id)) {
                Toasts.done(texts.text("invitations.profile.created"));
            }
        });
        new NotJoinedDialog(name, desk.obstacle().orElse(""), steps, times).open();
    }
}
