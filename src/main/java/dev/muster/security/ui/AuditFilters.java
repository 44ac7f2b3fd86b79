package dev.muster.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.PhoneFilters;
import dev.muster.security.AuditTrail.Person;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields that narrow the audit log down. */
final class AuditFilters extends Composite<Div> {

    private static final int SEARCH_MILLIS = 300;

    private final TextField search = new TextField();
    private final ComboBox<Person> who = new ComboBox<>();
    private final ComboBox<String> action = new ComboBox<>();
    private final Days from = new Days("security.audit.from");
    private final Days to = new Days("security.audit.to");
    private final Div fields = new Div(who, action, from, to);
    private final PhoneFilters place = new PhoneFilters(fields);
    private final List<Person> people;
    private AuditAddress shown = AuditAddress.ALL;

    /**
     * Creates the filters.
     *
     * @param onChange takes what is wanted from here on
     */
    AuditFilters(List<Person> people, List<String> actions, Consumer<AuditAddress> onChange) {
        this.people = people;
        who.setItems(people);
        who.setItemLabelGenerator(Person::name);
        action.setItems(actions);
        action.setItemLabelGenerator(AuditWords::action);

        search.addValueChangeListener(change ->
                tell(change.isFromClient(), shown.withSearch(change.getValue().strip()), onChange));
        who.addValueChangeListener(change -> tell(
                change.isFromClient(),
                shown.withWho(
                        change.getValue() == null ? null : change.getValue().id()),
                onChange));
        action.addValueChangeListener(
                change -> tell(change.isFromClient(), shown.withAction(change.getValue()), onChange));
        from.addValueChangeListener(change -> tell(change.isFromClient(), shown.withFrom(change.getValue()), onChange));
        to.addValueChangeListener(change -> tell(change.isFromClient(), shown.withTo(change.getValue()), onChange));

        layOut();
    }

    private void layOut() {
        search.setLabel(getTranslation("security.audit.search"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_MILLIS);
        search.addClassNames("search-field", "takes-search-key");
        who.setLabel(getTranslation("security.audit.who"));
        who.setClearButtonVisible(true);
        action.setLabel(getTranslation("security.audit.what"));
        action.setClearButtonVisible(true);
        getContent().addClassNames("toolbar", "audit-filters");
        fields.addClassNames("filter-bar", "audit-fields");
        getContent().add(search, place.button(), place);
    }

    void show(AuditAddress address) {
        shown = address;
        search.setValue(address.search());
        who.setValue(person(address));
        action.setValue(address.action());
        from.setValue(address.from());
        to.setValue(address.to());
        place.count((int) Stream.of(address.who(), address.action(), address.from(), address.to())
                .filter(Objects::nonNull)
                .count());
    }

    private @Nullable Person person(AuditAddress address) {
        return people.stream()
                .filter(candidate -> Objects.equals(candidate.id(), address.who()))
                .findFirst()
                .orElse(null);
    }

    private static void tell(boolean isFromClient, AuditAddress wanted, Consumer<AuditAddress> onChange) {
        if (isFromClient) {
            onChange.accept(wanted);
        }
    }
}
