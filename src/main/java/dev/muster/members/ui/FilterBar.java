package dev.muster.members.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.muster.common.ui.ChoiceChip;
import dev.muster.common.ui.Icons;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.ImportReference;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberFilter.Hidden;
import dev.muster.members.MemberFilter.InvitedWhen;
import dev.muster.members.MemberSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a list of members is narrowed to, as chips. */
final class FilterBar extends Composite<Div> {

    private final Map<GroupId, String> groupNames = new LinkedHashMap<>();
    private final Map<Long, String> importNames = new LinkedHashMap<>();
    private final ChoiceChip<GroupId> groups;
    private final ChoiceChip<MemberSource> sources;
    private final ChoiceChip<Long> imports;
    private final ChoiceChip<InvitedWhen> invited;
    private final Map<FieldId, ChoiceChip<String>> fields = new LinkedHashMap<>();
    private final Map<Hidden, MenuItem> hidden = new EnumMap<>(Hidden.class);
    private final Button clear = new Button(getTranslation("members.advocates.clear"));
    private final Consumer<MemberFilter> onChange;
    private MemberFilter filter = MemberFilter.NONE;

    /**
     * Creates the chips.
     *
     * @param onChange takes each new filter
     * @param onClear is told when everything is to be taken off
     */
    FilterBar(FilterChoices choices, Consumer<MemberFilter> onChange, Runnable onClear) {
        this.onChange = onChange;
        groups = chip("group", ChoiceChip.Mode.SEVERAL, this::groupName, MemberFilter::withGroups);
        sources = chip(
                "source",
                ChoiceChip.Mode.SEVERAL,
                source -> text("members.source." + source),
                MemberFilter::withSources);
        imports = chip("import", ChoiceChip.Mode.ONE, this::importName, (now, chosen) -> now.withImport(first(chosen)));
        invited = chip(
                "invited",
                ChoiceChip.Mode.ONE,
                when -> text("members.filter.invited." + when),
                (now, chosen) -> now.withInvited(first(chosen)));
        sources.offer(List.of(MemberSource.values()));
        invited.offer(List.of(InvitedWhen.values()));
        clear.addClickListener(_ -> onClear.run());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClassNames("chip", "aura-accent-neutral");
        getContent().addClassNames("chips", "filter-bar");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", text("members.filter.label"));
        getContent().add(groups, sources, imports, invited);
        MenuBar more = offer(choices);
        fields.values().forEach(getContent()::add);
        getContent().add(more, clear);
    }

    /** Shows what is set. */
    void show(MemberFilter newFilter, boolean isCleared) {
        filter = newFilter;
        groups.show(filter.groups());
        sources.show(filter.sources());
        imports.show(filter.importId() == null ? Set.of() : Set.of(filter.importId()));
        invited.show(filter.invited() == null ? Set.of() : Set.of(filter.invited()));
        hidden.forEach((each, item) -> item.setChecked(filter.hidden().contains(each)));
        fields.forEach((field, chip) -> {
            Set<String> wanted = filter.values().getOrDefault(field, Set.of());
            chip.show(wanted);
            chip.setVisible(!wanted.isEmpty());
        });
        clear.setVisible(!isCleared);
    }

    private MenuBar offer(FilterChoices choices) {
        choices.groups().forEach(group -> groupNames.put(group.id(), group.name()));
        choices.imports().forEach(each -> importNames.put(each.id(), each.fileName()));
        groups.offer(choices.groups().stream().map(GroupSummary::id).toList());
        imports.offer(choices.imports().stream().map(ImportReference::id).toList());
        var more = new MenuBar();
        MenuItem root = more.addItem(text("members.filter.more"));
        root.addComponentAsFirst(Icons.PLUS.create());
        for (Hidden each : Hidden.values()) {
            MenuItem item = root.getSubMenu().addItem(text("common.state." + each));
            item.setCheckable(true);
            item.addClickListener(_ -> toggle(each, item.isChecked()));
            hidden.put(each, item);
        }
        for (FieldDefinition field : choices.fields()) {
            ChoiceChip<String> chip = fieldChip(field);
            fields.put(field.id(), chip);
            root.getSubMenu().addItem(field.name(), _ -> {
                chip.setVisible(true);
                chip.open();
            });
        }
        more.addClassNames("aura-accent-neutral", "more-filters");
        return more;
    }

    private ChoiceChip<String> fieldChip(FieldDefinition field) {
        Consumer<Set<String>> choose = wanted -> onChange.accept(filter.withValues(field.id(), wanted));
        var chip = new ChoiceChip<String>(field.name(), ChoiceChip.Mode.SEVERAL, UnaryOperator.identity(), choose);
        chip.offer(field.choices());
        chip.allowAny(String::strip, choose);
        return chip;
    }

    private <T> ChoiceChip<T> chip(
            String name,
            ChoiceChip.Mode mode,
            Function<T, String> words,
            BiFunction<MemberFilter, Set<T>, MemberFilter> change) {
        return new ChoiceChip<>(
                text("members.filter." + name), mode, words, chosen -> onChange.accept(change.apply(filter, chosen)));
    }

    private void toggle(Hidden each, boolean shown) {
        var newHidden = EnumSet.noneOf(Hidden.class);
        newHidden.addAll(filter.hidden());
        if (shown) {
            newHidden.add(each);
        } else {
            newHidden.remove(each);
        }
        onChange.accept(filter.withHidden(newHidden));
    }

    private String groupName(GroupId group) {
        return groupNames.getOrDefault(group, text("members.filter.deleted-group"));
    }

    private String importName(Long id) {
        return importNames.getOrDefault(id, "#" + id);
    }

    private static <T> @Nullable T first(Set<T> chosen) {
        return chosen.stream().findFirst().orElse(null);
    }

    private String text(String key) {
        return getTranslation(key);
    }
}
