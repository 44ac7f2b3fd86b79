package dev.muster.invitations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.Icons;
import dev.muster.invitations.InvitePlan;
import dev.muster.invitations.LetterPreview;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

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
     */
    record Content(InvitePlan plan, String from, String obstacle, List<GroupSummary> groups) {}

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
        add(sides);
        var count = new Span(getTranslation("invitations.invite.count", plan.invited()));
        count.addClassNames("muted", "invite-count");
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
        var who = new Paragraph(
                getTranslation("invitations.invite.who", plan.invited(), plan.advocates(), plan.nominees()));
        var from = new Paragraph(getTranslation("invitations.invite.from", content.from()));
        facts.add(who, from, groups);
        if (plan.leftOut() > 0) {
            facts.add(new Paragraph(getTranslation("invitations.invite.left-out", plan.leftOut())));
        }
        return facts;
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
