package dev.muster.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.TimeText;
import dev.muster.common.ui.Times;
import dev.muster.mail.MailDetail;
import dev.muster.mail.MailState;

/** What happened to a letter, the newest first. */
final class MailLog extends OrderedList {

    private final transient Times times;

    MailLog(MailDetail mail, Times times) {
        this.times = times;
        addClassName("mail-log");
        mail.tries().reversed().forEach(attempt -> add(entry(attempt)));
        add(line(new Span(getTranslation("mail.detail.written")), new TimeText(mail.writtenAt(), times)));
    }

    private ListItem entry(MailDetail.Try attempt) {
        // A try that left the letter queued put it off; "Queued" would read as if nothing had happened.
        Component result = attempt.state() == MailState.QUEUED
                ? new Span(getTranslation("mail.detail.put-off"))
                : new StateBadge(MailStates.shown(attempt.state()));
        ListItem item = line(result, new TimeText(attempt.at(), times));
        if (attempt.serverReply() != null && !attempt.serverReply().isEmpty()) {
            var words = new Span(attempt.serverReply());
            words.addClassName("server-words");
            item.add(words);
        }
        return item;
    }

    private static ListItem line(Component what, TimeText when) {
        when.addClassName("muted");
        return new ListItem(what, when);
    }
}
