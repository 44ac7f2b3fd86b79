package dev.muster.invitations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.muster.common.Catalogue;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.TaskBar;
import dev.muster.common.ui.Toasts;
import dev.muster.invitations.ContactDesk;
import dev.muster.invitations.ContactExport;
import dev.muster.invitations.ContactSelection;
import dev.muster.invitations.GroupUrls;
import dev.muster.invitations.InvitationDesk;
import dev.muster.invitations.InvitePlan;
import dev.muster.members.GroupDesk;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberId;
import dev.muster.members.MemberTaskId;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
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
    void invite(ContactSelection selection, Ending ending) {
        InvitePlan plan = invitations.plan(selection);
        var content = new InviteDialog.Content(
                plan,
                invitations.from().orElse(""),
                invitations.obstacle().orElse(""),
                invitations.timeFor(plan.invited()).orElse(null),
                groups.summaries());
        new InviteDialog(content, index -> invitations.preview(selection, index), chosen -> {
                    if (goesOn(invitations.begin(selection, chosen), ending)) {
                        return;
                    }
                    int invited = invitations.invite(selection, chosen);
                    ending.done().run();
                    Toasts.done(
                            texts.text("invitations.invite.queued", invited),
                            texts.text("invitations.invite.open-outbox"),
                            () -> UI.getCurrent().navigate("outbox"));
                })
                .open();
    }

    /**
     * What a page does after a step.
     *
     * @param done the step is over
     * @param goesOn it goes on by itself, as the task with this number
     */
    record Ending(Runnable done, LongConsumer goesOn) {}

    /** Begins the step where it is about very many; tells whether it did. */
    private boolean isBegun(ContactSelection selection, MemberChange.Kind change, Ending ending) {
        return goesOn(contacts.begin(selection, change), ending);
    }

    private static boolean goesOn(Optional<MemberTaskId> task, Ending ending) {
        task.ifPresent(begun -> {
            ending.done().run();
            ending.goesOn().accept(begun.value());
        });
        return task.isPresent();
    }

    /** Returns how far a step that goes on by itself has come. */
    Optional<TaskBar.Stand> stand(long task) {
        return contacts.progress(new MemberTaskId(task))
                .map(now -> new TaskBar.Stand(
                        texts.text("members.task." + now.change().kind(), now.done(), now.total()),
                        now.done(),
                        now.total(),
                        now.finished()));
    }

    /** Says what a step that went on by itself has done. */
    void sayEnd(long task) {
        contacts.progress(new MemberTaskId(task))
                .ifPresent(end -> Toasts.done(
                        texts.text("members.selection.done." + end.change().kind(), end.changed(), "")));
    }

    /** Asks, and makes nominees advocates. */
    void upgrade(ContactSelection selection, Ending ending) {
        InvitePlan plan = invitations.plan(selection);
        Question.before(
                texts.text("invitations.upgrade.title", plan.nominees()),
                texts.text("invitations.upgrade.text"),
                texts.text("invitations.selection.upgrade"),
                () -> {
                    if (isBegun(selection, MemberChange.Kind.UPGRADE, ending)) {
                        return;
                    }
                    int upgraded = contacts.upgrade(selection);
                    ending.done().run();
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
    void archive(ContactSelection selection, long found, Ending ending) {
        long links = contacts.withLink(selection);
        if (links == 0) {
            archive(selection, ending);
        } else {
            Question.beforeDoing(
                    texts.text("invitations.archive.title", selection.size(found)),
                    texts.text("invitations.archive.text", links),
                    texts.text("invitations.selection.archive"),
                    () -> archive(selection, ending));
        }
    }

    private void archive(ContactSelection selection, Ending ending) {
        if (isBegun(selection, MemberChange.Kind.ARCHIVE, ending)) {
            return;
        }
        Set<MemberId> archived = contacts.archive(selection);
        ending.done().run();
        Toasts.done(
                texts.text("invitations.list.archived", archived.size()), texts.text("invitations.list.undo"), () -> {
                    contacts.restore(new ContactSelection(selection.query(), false, archived));
                    ending.done().run();
                });
    }

    /** Brings archived contacts back. */
    void restore(ContactSelection selection, Ending ending) {
        if (isBegun(selection, MemberChange.Kind.RESTORE, ending)) {
            return;
        }
        int restored = contacts.restore(selection);
        ending.done().run();
        Toasts.done(texts.text("invitations.list.restored", restored));
    }

    /** Unlocks contacts. */
    void unlock(ContactSelection selection, Ending ending) {
        if (isBegun(selection, MemberChange.Kind.UNLOCK, ending)) {
            return;
        }
        Set<MemberId> unlocked = contacts.unlock(selection);
        ending.done().run();
        Toasts.done(
                texts.text("invitations.list.unlocked", unlocked.size()), texts.text("invitations.list.undo"), () -> {
                    contacts.lockAgain(new ContactSelection(selection.query(), false, unlocked));
                    ending.done().run();
                });
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
