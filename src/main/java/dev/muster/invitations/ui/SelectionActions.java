package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.EscapeKey;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Page;
import dev.muster.invitations.ContactQuery;
import java.util.List;

/** The bar above the Invite List: how many are chosen, and what can be done to them. */
final class SelectionActions extends Composite<Div> {

    private final Span chosen = new Span();
    private final Button all = new Button();
    private final Button clear = new Button(getTranslation("invitations.selection.clear"), Icons.X.create());
    private final Button export = button("invitations.selection.export", Icons.DOWNLOAD);
    private final Button archive = button("invitations.selection.archive", Icons.ARCHIVE);
    private final Button restore = button("invitations.selection.restore", Icons.UNDO);
    private final Button unlock = button("invitations.selection.unlock", Icons.UNLOCK);
    private final Button upgrade = button("invitations.selection.upgrade", Icons.ARROW_UP);
    private final Button invite = button("invitations.selection.invite", Icons.SEND);

    /** What the buttons do. */
    record Steps(
            Runnable all,
            Runnable clear,
            Runnable export,
            Runnable archive,
            Runnable restore,
            Runnable unlock,
            Runnable upgrade,
            Runnable invite) {}

    SelectionActions(Steps steps) {
        all.addClickListener(_ -> steps.all().run());
        clear.addClickListener(_ -> clear(steps));
        EscapeKey.follow(this, () -> clear(steps));
        export.addClickListener(_ -> steps.export().run());
        archive.addClickListener(_ -> steps.archive().run());
        restore.addClickListener(_ -> steps.restore().run());
        unlock.addClickListener(_ -> steps.unlock().run());
        upgrade.addClickListener(_ -> steps.upgrade().run());
        invite.addClickListener(_ -> steps.invite().run());

        chosen.getElement().setAttribute("role", "status");
        all.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClassNames("aura-accent-neutral", "clear-selection");
        invite.removeClassName("aura-accent-neutral");
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        var grow = new Span();
        grow.addClassName("grow");
        getContent().addClassNames("toolbar", "selection-bar", "contact-actions");
        getContent().getElement().setAttribute("role", "toolbar");
        getContent().getElement().setAttribute("aria-label", getTranslation("invitations.selection.label"));
        getContent().add(chosen, all, clear, grow, export, archive, restore, unlock, upgrade, invite);
    }

    /** Shows that {@code size} of {@code found} are chosen in the list of {@code standing}. */
    void show(long size, long found, ContactQuery.Standing standing, boolean canUpgrade) {
        getContent().setClassName("nobody-chosen", size == 0);
        chosen.setText(getTranslation("invitations.selection.count", size));
        all.setText(getTranslation("invitations.selection.all", found));
        all.setVisible(size > 0 && size < found);
        clear.setVisible(size > 0);
        boolean isActive = standing == ContactQuery.Standing.ACTIVE;
        archive.setVisible(isActive);
        restore.setVisible(standing == ContactQuery.Standing.ARCHIVED);
        unlock.setVisible(standing == ContactQuery.Standing.LOCKED);
        upgrade.setVisible(isActive);
        invite.setVisible(isActive);
        for (Button button : List.of(export, archive, restore, unlock, upgrade, invite)) {
            button.setEnabled(size > 0);
            button.setTooltipText(size > 0 ? "" : getTranslation("invitations.selection.first"));
        }
        upgrade.setEnabled(canUpgrade);
        if (size > 0 && !canUpgrade) {
            upgrade.setTooltipText(getTranslation("invitations.selection.no-nominee"));
        }
    }

    private void clear(Steps steps) {
        if (clear.isVisible()) {
            steps.clear().run();
            getUI().ifPresent(Page::catchFocus);
        }
    }

    private Button button(String key, Icons icon) {
        var button = new Button(getTranslation(key), icon.create());
        button.addClassName("aura-accent-neutral");
        return button;
    }
}
