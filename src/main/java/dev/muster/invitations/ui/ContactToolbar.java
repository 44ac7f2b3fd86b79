package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.muster.common.ui.ChoiceChip;
import dev.muster.common.ui.PhoneFilters;
import dev.muster.common.ui.SearchField;
import dev.muster.common.ui.State;
import dev.muster.invitations.ContactQuery;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the Invite List is narrowed to. */
final class ContactToolbar extends Composite<Div> {

    private final SearchField search;
    private final Select<ContactQuery.Standing> standing = new Select<>();
    private final ChoiceChip<ContactQuery.Invited> invited;
    private final ChoiceChip<MemberSource> sources;
    private final ChoiceChip<MemberKind> kind;
    private final Div filters = new Div();
    private final PhoneFilters place = new PhoneFilters(filters);
    private final Button clear = new Button(getTranslation("members.advocates.clear"));
    private ContactQuery query = ContactQuery.DEFAULT;

    /**
     * Creates the toolbar.
     *
     * @param onChange takes each new query
     * @param onSearch takes what a person typed into the search field
     */
    ContactToolbar(Consumer<ContactQuery> onChange, Consumer<String> onSearch) {
        search = new SearchField(getTranslation("members.advocates.search"), onSearch);
        invited = new ChoiceChip<>(
                getTranslation("invitations.list.invited"),
                ChoiceChip.Mode.ONE,
                when -> getTranslation("invitations.list.invited." + when),
                chosen -> onChange.accept(query.with(firstOr(chosen, ContactQuery.Invited.ALL))));
        sources = new ChoiceChip<>(
                getTranslation("invitations.list.SOURCE"),
                ChoiceChip.Mode.SEVERAL,
                source -> getTranslation("members.source." + source),
                chosen -> onChange.accept(query.withSources(chosen)));
        kind = new ChoiceChip<>(
                getTranslation("invitations.list.KIND"),
                ChoiceChip.Mode.ONE,
                one -> getTranslation(State.valueOf(one.name()).key()),
                chosen -> onChange.accept(query.withKind(first(chosen))));

        standing.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.accept(query.with(change.getValue()));
            }
        });
        clear.addClickListener(_ -> onChange.accept(query.cleared()));

        search.addClassNames("search-field", "takes-search-key");
        standing.setItems(ContactQuery.Standing.values());
        standing.setItemLabelGenerator(value -> getTranslation("invitations.list.status." + value.name()));
        standing.setAriaLabel(getTranslation("invitations.list.status"));
        standing.addClassName("status-select");
        invited.offer(List.of(ContactQuery.Invited.NEVER, ContactQuery.Invited.INVITED));
        sources.offer(List.of(MemberSource.values()));
        kind.offer(List.of(MemberKind.values()));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClassNames("chip", "aura-accent-neutral");
        var label = new Span(getTranslation("invitations.list.status"));
        label.addClassName("muted");
        label.getElement().setAttribute("aria-hidden", "true");
        var status = new Div(label, standing);
        status.addClassName("status-filter");
        filters.addClassNames("chips", "filter-bar");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", getTranslation("members.filter.label"));
        filters.add(status, invited, sources, kind, clear);
        getContent().addClassNames("toolbar", "contact-toolbar");
        getContent().add(search, place.button(), place);
    }

    /** Shows what is set. */
    void show(ContactQuery shown) {
        query = shown;
        search.setValue(shown.search());
        standing.setValue(shown.standing());
        invited.show(shown.invited() == ContactQuery.Invited.ALL ? Set.of() : Set.of(shown.invited()));
        sources.show(shown.sources());
        kind.show(shown.kind() == null ? Set.of() : Set.of(shown.kind()));
        clear.setVisible(!shown.findsTheSameAs(shown.cleared()));
        int set = (shown.standing() == ContactQuery.Standing.ACTIVE ? 0 : 1)
                + (shown.invited() == ContactQuery.Invited.ALL ? 0 : 1)
                + shown.sources().size()
                + (shown.kind() == null ? 0 : 1);
        place.count(set);
    }

    private static <T> T firstOr(Set<T> chosen, T other) {
        return chosen.stream().findFirst().orElse(other);
    }

    private static <T> @Nullable T first(Set<T> chosen) {
        return chosen.stream().findFirst().orElse(null);
    }
}
