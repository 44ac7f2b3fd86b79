package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import java.util.List;
import java.util.stream.Stream;

/** What the Advocates page shows in place of rows. */
final class AdvocatesStates extends Composite<Div> {

    AdvocatesStates() {
        setVisible(false);
    }

    void hide() {
        setVisible(false);
    }

    /** Says that nobody is in the hub yet, and how to begin. */
    void showNobody(List<AdvocatesAction> actions, Component page) {
        Component[] ways = actions.stream()
                .filter(AdvocatesAction::startsTheHub)
                .flatMap(action -> {
                    var button = new Button(getTranslation(action.titleKey()), _ -> action.run(page));
                    button.addThemeVariants(ButtonVariant.PRIMARY);
                    return Stream.concat(Stream.of(button), action.besideStart().stream());
                })
                .toArray(Component[]::new);
        show(new EmptyState(
                Icons.USERS,
                getTranslation("members.advocates.nobody"),
                getTranslation("members.advocates.nobody-explanation"),
                ways));
    }

    /**
     * Says that the first members of the hub are on their way.
     *
     * @param onShow is told to show those who are there already
     */
    void showComing(Runnable onShow) {
        var now = new Button(getTranslation("members.advocates.coming-show"), _ -> onShow.run());
        show(new EmptyState(
                Icons.USERS,
                getTranslation("members.advocates.coming"),
                getTranslation("members.advocates.coming-explanation"),
                now));
    }

    void showFailure(Runnable onRetry) {
        var again = new Button(getTranslation("members.list.try-again"), _ -> onRetry.run());
        show(new EmptyState(Icons.ALERT, getTranslation("members.list.failed"), "", again));
    }

    /**
     * Returns what stands in a list without rows.
     *
     * @param all how many the hub has
     * @param showAll is told to show all of them
     * @param clear is told to take search and filters off
     */
    EmptyState noneFound(MemberQuery query, long all, Runnable showAll, Runnable clear) {
        if (!query.isCleared()) {
            var button = new Button(getTranslation("members.advocates.clear"), _ -> clear.run());
            return new EmptyState(Icons.SEARCH, getTranslation("members.advocates.none-found"), "", button);
        }
        String sentence =
                getTranslation("members.advocates.none." + query.segment().name());
        if (query.segment() == MemberSegment.ALL) {
            return new EmptyState(Icons.USERS, sentence, "");
        }
        var button = new Button(getTranslation("members.advocates.show-all", all), _ -> showAll.run());
        return new EmptyState(Icons.USERS, sentence, "", button);
    }

    private void show(Component component) {
        getContent().removeAll();
        getContent().add(component);
        setVisible(true);
    }
}
