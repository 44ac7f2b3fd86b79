package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.Times;
import dev.muster.members.MemberChange.Kind;
import dev.muster.members.MemberFacts;
import dev.muster.members.MemberProfile;
import dev.muster.members.StandardField;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What takes a member out of sight, out of the hub, or away for ever. */
final class DangerZone extends Composite<Div> {

    private final transient Times times;
    private final transient Consumer<Kind> onWish;

    /**
     * Creates the parts.
     *
     * @param onWish takes what is to be done
     */
    DangerZone(MemberProfile profile, Times times, Consumer<Kind> onWish) {
        this.times = times;
        this.onWish = onWish;
        MemberFacts.Moments moments = profile.facts().moments();
        getContent().addClassNames("card", "danger-zone");
        getContent().add(new H2(getTranslation("members.danger.title")));
        addSwitch("archive", Kind.ARCHIVE, "restore", Kind.RESTORE, moments.archived());
        addSwitch("lock", Kind.LOCK, "unlock", Kind.UNLOCK, moments.locked());
        var delete = button("delete", () -> askBeforeDeletion(profile));
        delete.addClassName("danger");
        addRow(getTranslation("members.danger.delete-explanation"), delete);
    }

    private void addSwitch(String on, Kind doing, String off, Kind undoing, @Nullable Instant since) {
        if (since == null) {
            addRow(getTranslation("members.danger." + on + "-explanation"), button(on, () -> onWish.accept(doing)));
        } else {
            String words = getTranslation("members.danger." + off + "-explanation", times.day(since));
            addRow(words, button(off, () -> onWish.accept(undoing)));
        }
    }

    private Button button(String key, Runnable action) {
        var button = new Button(getTranslation("members.danger." + key), _ -> action.run());
        button.addClassName("aura-accent-neutral");
        return button;
    }

    private void addRow(String explanation, Button button) {
        var row = new Div(new Paragraph(explanation), button);
        row.addClassName("danger-row");
        getContent().add(row);
    }

    private void askBeforeDeletion(MemberProfile profile) {
        String email = profile.data().text(StandardField.EMAIL);
        Question.beforeDeletion(
                getTranslation("members.danger.delete-question", profile.data().text(StandardField.NAME)),
                getTranslation("members.danger.delete-explanation"),
                getTranslation("members.danger.delete-type", email),
                email,
                () -> onWish.accept(Kind.DELETE));
    }
}
