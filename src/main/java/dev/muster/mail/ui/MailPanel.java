package dev.muster.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.Times;
import dev.muster.mail.MailDetail;
import dev.muster.mail.MailRow;
import dev.muster.mail.MailState;
import java.util.function.Function;

/** One letter: to whom, what became of it, what can be done, and the letter itself. */
final class MailPanel extends Composite<Div> {

    private final Button close = new Button(Icons.X.create());
    private final Div standing = new Div();
    private final Div log = new Div();
    private final boolean canSend;
    private final transient Times times;
    private final transient MailActions actions;
    private transient MailRow shown;

    /**
     * Shows {@code mail}.
     *
     * @param canSend whether there is a mail server
     * @param download gives the content of an attachment
     */
    MailPanel(
            MailDetail mail,
            boolean canSend,
            Times times,
            MailActions actions,
            Function<MailDetail.AttachedFile, DownloadHandler> download) {
        this.canSend = canSend;
        this.times = times;
        this.actions = actions;
        shown = mail.row();
        var subject = new H2(mail.row().subject());
        var header = new Div(subject, close);
        var letter = new TabSheet();

        labelled(close, "mail.detail.close")
                .addClickListener(_ -> actions.close().run());
        close.addThemeVariants(ButtonVariant.TERTIARY);

        header.addClassName("mail-header");
        standing.addClassName("mail-standing");
        log.addClassName("mail-tab");
        letter.addClassName("mail-letter");
        if (mail.body() != null) {
            letter.add(
                    getTranslation("mail.detail.mail"),
                    tab(new MailFrame(
                            mail.body().html(),
                            getTranslation("mail.detail.frame", mail.row().subject()))));
            letter.add(
                    getTranslation("mail.detail.text"),
                    tab(plainText(mail.body().text())));
        }
        letter.add(getTranslation("mail.detail.log"), log);
        getContent().addClassName("mail-panel");
        getContent().add(header, standing, files(mail, download), letter);
        update(mail);
    }

    /** Returns the letter as it stood when it was shown. */
    MailRow shown() {
        return shown;
    }

    /** Shows how the letter stands now; the letter itself stays, and whatever of it is read. */
    void update(MailDetail mail) {
        shown = mail.row();
        var receiver = new Div(
                new Span(receiver(mail)),
                new StateBadge(MailStates.shown(mail.row().state())));
        receiver.addClassName("mail-receiver");
        standing.removeAll();
        standing.add(receiver);
        if (mail.row().state() == MailState.BOUNCED) {
            standing.add(refusal(mail));
        }
        if (mail.row().state() == MailState.UNKNOWN) {
            standing.add(note(Icons.ALERT, "mail.detail.unknown"));
        }
        if (mail.body() == null) {
            standing.add(note(Icons.LOCK, "mail.detail.withheld"));
        }
        standing.add(buttons(mail.row().state()));
        log.removeAll();
        log.add(new MailLog(mail, times));
    }

    /** A frame, a text or a list cannot be the panel of a tab itself: it has a role of its own. */
    private static Div tab(Component content) {
        var tab = new Div(content);
        tab.addClassName("mail-tab");
        return tab;
    }

    private static String receiver(MailDetail mail) {
        return mail.row().toName().isEmpty()
                ? mail.row().toAddress()
                : mail.row().toName() + " <" + mail.row().toAddress() + ">";
    }

    private static Pre plainText(String text) {
        var plain = new Pre(text);
        plain.addClassName("mail-text");
        return plain;
    }

    private Component refusal(MailDetail mail) {
        var reason = new Paragraph(getTranslation("mail.detail.bounced"));
        var words = new Div(reason);
        words.addClassName("mail-stop-words");
        if (!mail.tries().isEmpty() && mail.tries().getLast().serverReply() != null) {
            var reply = new Span(mail.tries().getLast().serverReply());
            reply.addClassName("server-words");
            words.add(reply);
        }
        var note = new Div(Icons.ERROR.create(), words);
        note.addClassNames("note", "note-error");
        return note;
    }

    private Component note(Icons icon, String key) {
        var note = new Div(icon.create(), new Span(getTranslation(key)));
        note.addClassNames("note", "note-warn");
        return note;
    }

    private Component buttons(MailState state) {
        var buttons = new Div();
        buttons.addClassName("mail-buttons");
        if (state.canBeSent() && canSend) {
            var send = button("mail.detail.send", Icons.SEND, actions.send());
            send.addThemeVariants(ButtonVariant.PRIMARY);
            buttons.add(send);
        }
        if (state.canBeRetried() && canSend) {
            String key = state == MailState.UNKNOWN ? "mail.detail.resend" : "mail.detail.retry";
            buttons.add(button(key, Icons.REFRESH, actions.retry()));
        }
        if (state.canBeCancelled()) {
            buttons.add(button("mail.detail.cancel", Icons.X, actions.cancel()));
        }
        buttons.setVisible(buttons.getComponentCount() > 0);
        return buttons;
    }

    private Button button(String key, Icons icon, Runnable action) {
        var button = new Button(getTranslation(key), icon.create(), _ -> action.run());
        button.addClassName("aura-accent-neutral");
        button.setDisableOnClick(true);
        return button;
    }

    private Component files(MailDetail mail, Function<MailDetail.AttachedFile, DownloadHandler> download) {
        var files = new Div();
        files.addClassName("mail-files");
        files.setVisible(!mail.attachments().isEmpty());
        for (MailDetail.AttachedFile file : mail.attachments()) {
            var link = new Anchor(download.apply(file), AttachmentType.DOWNLOAD, "");
            link.add(Icons.DOWNLOAD.create(), new Span(file.fileName()));
            var size = new Span(FileSize.shown(file.bytes()));
            size.addClassName("muted");
            link.add(size);
            files.add(link);
        }
        return files;
    }

    private Button labelled(Button button, String key) {
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        button.addClassNames("aura-accent-neutral", "icon-button");
        return button;
    }

    /** Moves the focus into the letter, whose row may look different from now on. */
    void focus() {
        close.focus();
    }
}
