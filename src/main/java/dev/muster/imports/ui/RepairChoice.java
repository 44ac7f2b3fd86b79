package dev.muster.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import dev.muster.imports.IssueGroup;
import dev.muster.imports.Repair;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an import could put right in the file, each kind with its count; nothing of it is done unasked. */
final class RepairChoice extends Composite<Div> {

    private final CheckboxGroup<Repair> group = new CheckboxGroup<>();
    private final Map<Repair, Long> counts = new EnumMap<>(Repair.class);
    private final Set<Repair> wanted = EnumSet.noneOf(Repair.class);
    private boolean isFilling;

    /**
     * @param lastTime what the last import put right
     * @param onChange called when the admin chose something
     */
    RepairChoice(Set<Repair> lastTime, Runnable onChange) {
        wanted.addAll(lastTime);
        group.setLabel(getTranslation("imports.repairs"));
        group.setHelperText(getTranslation("imports.repairs.helper"));
        group.setItemLabelGenerator(this::label);
        group.addValueChangeListener(event -> {
            if (!isFilling) {
                wanted.removeAll(counts.keySet());
                wanted.addAll(event.getValue());
                onChange.run();
            }
        });
        getContent().addClassName("imp-repairs");
        getContent().add(group);
        setVisible(false);
    }

    /** Takes over what an earlier import put right. */
    void want(Set<Repair> repairs) {
        wanted.clear();
        wanted.addAll(repairs);
    }

    /** Offers what a check found. */
    void show(List<IssueGroup> found) {
        counts.clear();
        for (Repair repair : Repair.values()) {
            long rows = found.stream()
                    .filter(repair::isIn)
                    .mapToLong(IssueGroup::rows)
                    .sum();
            if (rows > 0) {
                counts.put(repair, rows);
            }
        }
        isFilling = true;
        group.setItems(counts.keySet());
        group.setValue(counts.keySet().stream().filter(wanted::contains).collect(Collectors.toSet()));
        isFilling = false;
        setVisible(!counts.isEmpty());
    }

    Set<Repair> value() {
        return Set.copyOf(wanted);
    }

    private String label(Repair repair) {
        String key = "imports.repairs." + repair.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return getTranslation(key, counts.getOrDefault(repair, 0L));
    }
}
