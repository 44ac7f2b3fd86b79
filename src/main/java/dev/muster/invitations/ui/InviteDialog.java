package dev.muster.invitations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.invitations.InvitePlan;
import dev.muster.invitations.LetterPreview;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what an invitation would be before it goes out, and to how many. */
final class InviteDialog extends Dialog {

    private final MultiSelectComboBox<GroupSummary> groups =
            new MultiSelectComboBox<>(getTranslation("invitations.invite.groups"));
    private final Span position = new Span();
    private final Span subject = new Span();
    private final IFrame frame = new IFrame();
    private final Button previous = arrow(Icons.CHEVRON_LEFT, "invitations.invite.previous");
    private final Button next = arrow(Icons.CHEVRON_RIGHT, "invitations.invite.next");
    private final transient IntFunction<Optional<LetterPreview>> preview;
    private final transient InvitePlan plan;
    private int shown;

    /**
     * What the dialog says.
     *
     * @param from whom the letters are from
     * @param obstacle why nothing can be sent, or an empty text
     * @param time how long the letters take to go out; null where they are kept in the Outbox
     */
    record Content(
            InvitePlan plan,
            String from,
            String obstacle,
            @Nullable Duration time,
            List<GroupSummary> groups) {}

    InviteDialog(Content content, IntFunction<Optional<LetterPreview>> preview, Consumer<Set<GroupId>> onSend) {
        this.preview = preview;
        this.plan = content.plan();
        var cancel = new Button(getTranslation("invitations.cancel"), _ -> close());
        var send = new Button(getTranslation("invitations.invite.send"), Icons.SEND.create());

        send.addClickListener(_ -> {
            close();
            onSend.accept(groups.getValue().stream().map(GroupSummary::id).collect(Collectors.toSet()));
        });
        previous.addClickListener(_ -> show(shown - 1));
        next.addClickListener(_ -> show(shown + 1));

        cancel.addClassName("aura-accent-neutral");
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.setEnabled(content.obstacle().isEmpty() && plan.invited() > 0);
        groups.setItems(content.groups());
        groups.setItemLabelGenerator(GroupSummary::name);
        setHeaderTitle(getTranslation("invitations.invite.title"));
        addClassName("invite-dialog");
        setWidth("860px");
        var sides = new Div(facts(content), letter());
        sides.addClassName("invite-sides");
        var show = new Button(getTranslation("invitations.invite.show-preview"), Icons.EYE.create());
        show.addClickListener(_ -> {
            boolean isShown = !sides.hasClassName("preview-shown");
            sides.setClassName("preview-shown", isShown);
            show.getElement().setAttribute("aria-pressed", Boolean.toString(isShown));
        });
        show.addClassNames("aura-accent-neutral", "show-preview");
        show.getElement().setAttribute("aria-pressed", "false");
        add(show, sides);
        var count = new Span(InviteWords.count(plan.invited(), content.time()));
        count.addClassNames("muted", "footer-start");
        getFooter().add(count, cancel, send);
        show(0);
    }

    private Div facts(Content content) {
        var facts = new Div();
        facts.addClassName("invite-facts");
        if (!content.obstacle().isEmpty()) {
            var note = new Div(Icons.ALERT.create(), new Span(content.obstacle()));
            note.addClassNames("note", "note-warn");
            note.getElement().setAttribute("role", "alert");
            facts.add(note);
        }
        facts.add(new Paragraph(InviteWords.who(plan)), from(content), groups);
        if (plan.leftOut().number() > 0) {
            facts.add(new Paragraph(InviteWords.leftOut(plan.leftOut())));
        }
        return facts;
    }

    private Div from(Content content) {
        var label = new Span(getTranslation("invitations.invite.from"));
        label.addClassNames("muted", "small");
        var name = new Span(content.from());
        var from = new Div(label, name, new Anchor("email", getTranslation("invitations.invite.change-sender")));
        from.addClassName("invite-from");
        return from;
    }

    private Div letter() {
        frame.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        frame.getElement().setAttribute("title", getTranslation("invitations.invite.preview"));
        position.getElement().setAttribute("role", "status");
        subject.addClassName("invite-subject");
        var head = new Div(previous, position, next);
        head.addClassName("invite-head");
        var letter = new Div(head, subject, frame);
        letter.addClassName("invite-letter");
        return letter;
    }

    private void show(int index) {
        preview.apply(index).ifPresent(letter -> {
            shown = index;
            position.setText(getTranslation("invitations.invite.position", letter.toName(), index + 1, plan.invited()));
            subject.setText(letter.subject());
            frame.setSrcdoc(letter.html());
        });
        previous.setEnabled(shown > 0);
        next.setEnabled(shown + 1 < plan.invited());
    }

    private Button arrow(Icons icon, String key) {
        var button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("aura-accent-neutral", "icon-button");
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }
}
