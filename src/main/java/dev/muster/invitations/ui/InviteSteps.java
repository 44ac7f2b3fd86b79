package dev.muster.invitations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.muster.common.Catalogue;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.Toasts;
import dev.muster.invitations.ContactDesk;
import dev.muster.invitations.ContactExport;
import dev.muster.invitations.ContactSelection;
import dev.muster.invitations.GroupUrls;
import dev.muster.invitations.InvitationDesk;
import dev.muster.invitations.InvitePlan;
import dev.muster.members.GroupDesk;
import dev.muster.members.MemberId;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What can be done to the chosen contacts, each with the dialog that says it before. */
@Component
class InviteSteps {

    private final InvitationDesk invitations;
    private final ContactDesk contacts;
    private final ContactExport export;
    private final GroupUrls urls;
    private final GroupDesk groups;
    private final Catalogue texts;
    private final Clock clock;

    InviteSteps(
            InvitationDesk invitations,
            ContactDesk contacts,
            ContactExport export,
            GroupUrls urls,
            GroupDesk groups,
            Catalogue texts,
            Clock clock) {
        this.invitations = invitations;
        this.contacts = contacts;
        this.export = export;
        this.urls = urls;
        this.groups = groups;
        this.texts = texts;
        this.clock = clock;
    }

    /** Shows the letter and the count, and invites once {@code Send} is pressed. */
    void invite(ContactSelection selection, Runnable done) {
        InvitePlan plan = invitations.plan(selection);
        var content = new InviteDialog.Content(
                plan,
                invitations.from().orElse(""),
                invitations.obstacle().orElse(""),
                invitations.timeFor(plan.invited()).orElse(null),
                groups.summaries());
        new InviteDialog(content, index -> invitations.preview(selection, index), chosen -> {
                    int invited = invitations.invite(selection, chosen);
                    done.run();
                    Toasts.done(
                            texts.text("invitations.invite.queued", invited),
                            texts.text("invitations.invite.open-outbox"),
                            () -> UI.getCurrent().navigate("outbox"));
                })
                .open();
    }

    /** Asks, and makes nominees advocates. */
    void upgrade(ContactSelection selection, Runnable done) {
        InvitePlan plan = invitations.plan(selection);
        Question.before(
                texts.text("invitations.upgrade.title", plan.nominees()),
                texts.text("invitations.upgrade.text"),
                texts.text("invitations.selection.upgrade"),
                () -> {
                    int upgraded = contacts.upgrade(selection);
                    done.run();
                    Toasts.done(texts.text("invitations.upgrade.done", upgraded));
                });
    }

    /** Warns, and downloads the file with the personal links through a link in {@code place}. */
    void export(ContactSelection selection, Div place) {
        Question.before(
                texts.text("invitations.export.title"),
                texts.text("invitations.export.text"),
                texts.text("invitations.selection.export"),
                () -> download(selection, place));
    }

    private void download(ContactSelection selection, Div place) {
        var link = new Anchor(event -> write(selection, event), "");
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("aria-hidden", "true");
        link.getElement().setAttribute("tabindex", "-1");
        place.removeAll();
        place.add(link);
        link.getElement().callJsFunction("click");
    }

    /** Archives, and asks before where that takes links back. */
    void archive(ContactSelection selection, long found, Runnable done) {
        long links = contacts.withLink(selection);
        if (links == 0) {
            archive(selection, done);
        } else {
            Question.beforeDoing(
                    texts.text("invitations.archive.title", selection.size(found)),
                    texts.text("invitations.archive.text", links),
                    texts.text("invitations.selection.archive"),
                    () -> archive(selection, done));
        }
    }

    private void archive(ContactSelection selection, Runnable done) {
        Set<MemberId> archived = contacts.archive(selection);
        done.run();
        Toasts.done(
                texts.text("invitations.list.archived", archived.size()), texts.text("invitations.list.undo"), () -> {
                    contacts.restore(new ContactSelection(selection.query(), false, archived));
                    done.run();
                });
    }

    /** Brings archived contacts back. */
    void restore(ContactSelection selection, Runnable done) {
        int restored = contacts.restore(selection);
        done.run();
        Toasts.done(texts.text("invitations.list.restored", restored));
    }

    void showGroupUrls() {
        new GroupUrlsDialog(urls.all()).open();
    }

    private void write(ContactSelection selection, DownloadEvent event) throws IOException {
        event.setFileName("contacts-%s.csv".formatted(LocalDate.now(clock)));
        event.setContentType("text/csv; charset=utf-8");
        event.getResponse().setHeader("Cache-Control", "no-store");
        export.write(selection, event.getOutputStream());
    }
}
