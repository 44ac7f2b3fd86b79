package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.invitations.ContactQuery;
import java.util.ArrayList;
import java.util.List;

/** What the Invite List shows in place of rows. */
final class ContactStates extends Composite<Div> {

    private final transient List<AdvocatesAction> beginnings;

    /**
     * Creates the states.
     *
     * @param beginnings ways to bring contacts in
     */
    ContactStates(List<AdvocatesAction> beginnings) {
        this.beginnings = beginnings;
        setVisible(false);
    }

    void hide() {
        setVisible(false);
    }

    void showFailure(Runnable onRetry) {
        var again = new Button(getTranslation("members.list.try-again"), _ -> onRetry.run());
        getContent().removeAll();
        getContent().add(new EmptyState(Icons.ALERT, getTranslation("members.list.failed"), "", again));
        setVisible(true);
    }

    /**
     * Returns what stands in a list without rows.
     *
     * @param invited how many contacts were invited before
     * @param showInvited is told to show those
     * @param clear is told to take search and filters off
     */
    EmptyState noneFound(ContactQuery query, long invited, Runnable showInvited, Runnable clear) {
        if (!query.findsTheSameAs(query.cleared())) {
            var all = new Button(getTranslation("members.advocates.clear"), _ -> clear.run());
            return new EmptyState(Icons.SEARCH, getTranslation("members.advocates.none-found"), "", all);
        }
        switch (query.standing()) {
            case ARCHIVED -> {
                return new EmptyState(Icons.ARCHIVE, getTranslation("invitations.list.none-archived"), "");
            }
            case LOCKED -> {
                return new EmptyState(Icons.LOCK, getTranslation("invitations.list.none-locked"), "");
            }
            case ACTIVE -> {}
        }
        var ways = new ArrayList<Component>();
        beginnings.forEach(action -> {
            var button = new Button(getTranslation(action.titleKey()), _ -> action.run(this));
            button.addThemeVariants(ButtonVariant.PRIMARY);
            ways.add(button);
        });
        if (invited > 0) {
            ways.add(new Button(getTranslation("invitations.list.show-invited"), _ -> showInvited.run()));
        }
        String sentence = getTranslation(invited > 0 ? "invitations.list.everyone" : "invitations.list.nobody");
        return new EmptyState(Icons.MAIL, sentence, "", ways.toArray(Component[]::new));
    }
}
