package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.RouterLink;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.InitialsAvatar;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.TimeText;
import dev.muster.common.ui.Times;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ResumeRefusal;
import dev.muster.imports.UndoRefusal;

/** The cells of the list of imports. */
final class ImportCells {

    private static final int BAR_PX = 96;

    private final ImportActions actions;
    private final Times times;

    ImportCells(ImportActions actions, Times times) {
        this.actions = actions;
        this.times = times;
    }

    Component started(ImportSnapshot one) {
        return new TimeText(one.createdAt(), times);
    }

    Component file(ImportSnapshot one) {
        var link = new RouterLink(one.fileName(), ImportView.class, ImportAccess.parameters(one.id()));
        link.addClassNames("plain", "cut");
        link.getElement().setAttribute("title", one.fileName());
        return link;
    }

    /** Returns who started it, by their initials; the name is in the tooltip, and read out. */
    Component by(ImportSnapshot one) {
        var avatar = new InitialsAvatar(one.startedBy());
        avatar.getElement().setAttribute("role", "img");
        avatar.getElement().setAttribute("aria-label", one.startedBy());
        avatar.getElement().removeAttribute("aria-hidden");
        Tooltip.forComponent(avatar).setText(one.startedBy());
        return avatar;
    }

    String rows(ImportSnapshot one) {
        return ImportFacts.rows(one).map(ImportWords::number).orElse("–");
    }

    /** Returns the bar; its tooltip and its label hold the four counts in words. */
    Component outcome(ImportSnapshot one) {
        var counts = OutcomeCounts.of(one);
        if (counts.total() == 0) {
            return new Text("–");
        }
        String words = ImportWords.sentence(counts);
        var bar = new OutcomeBar(counts, BAR_PX, words);
        bar.addClassName("imp-mini-bar");
        Tooltip.forComponent(bar).setText(words);
        return bar;
    }

    /** Returns the state, with how far it is while it runs. */
    Component state(ImportSnapshot one) {
        var badge = new StateBadge(ImportWords.state(one));
        if (!one.state().isActive() || one.totalRows() == null) {
            return badge;
        }
        var percent = new Span(ImportWords.percent(one.percent()));
        percent.addClassName("imp-strong");
        var cell = new Div(badge, percent);
        cell.addClassName("imp-state-cell");
        return cell;
    }

    String duration(ImportSnapshot one) {
        return ImportFacts.duration(one).map(ImportWords::duration).orElse("");
    }

    /** Returns the whole row for a phone, as a link to the import. */
    Component onPhone(ImportSnapshot one) {
        var name = new Span(one.fileName());
        name.addClassName("imp-file");
        var facts = new Span(I18NProvider.translate(
                "imports.list.on-phone",
                times.shown(one.createdAt()),
                ImportFacts.rows(one).map(ImportWords::rows).orElse("–")));
        facts.addClassName("muted");
        var words = new Span(name, facts);
        words.addClassName("imp-names");
        var link = new RouterLink(ImportView.class, ImportAccess.parameters(one.id()));
        link.add(words, state(one), Icons.CHEVRON_RIGHT.create());
        link.addClassName("imp-phone-row");
        return link;
    }

    Component menu(ImportSnapshot one) {
        var button = new Button(Icons.MORE.create());
        String label = I18NProvider.translate("imports.list.menu", one.fileName());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("aura-accent-neutral", "icon-button");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(
                I18NProvider.translate("imports.list.open"), _ -> actions.open().accept(one.id()));
        if (actions.mayChange() && ResumeRefusal.of(one).isEmpty()) {
            menu.addItem(
                    I18NProvider.translate("imports.resume"),
                    _ -> actions.resume().accept(one.id()));
        }
        if (actions.mayChange() && !one.state().isActive()) {
            menu.addItem(
                    I18NProvider.translate("imports.page.again"),
                    _ -> actions.again().accept(one.id()));
        }
        if (actions.mayChange() && UndoRefusal.of(one).isEmpty()) {
            menu.addItem(
                    I18NProvider.translate("imports.undo"), _ -> actions.undo().accept(one));
        }
        return button;
    }
}
