package dev.muster.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.muster.common.Json;
import dev.muster.imports.FieldPolicies.Policy;
import dev.muster.members.FieldId;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.StandardField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an import as its row keeps them. The names of the groups are kept too, so that the history can tell
 * them after a group is gone. What is as it usually is, is left out.
 *
 * @param columns where the columns go; null where their names say it
 * @param policies those that differ from the standard, by the name or the id of the field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredSettings(
        List<StoredGroup> groups,
        @Nullable List<StoredColumn> columns,
        @Nullable Map<String, Policy> policies,
        @Nullable String clearToken,
        @Nullable Set<Repair> repairs) {

    record StoredGroup(long id, String name) {}

    static String write(List<GroupSummary> groups, RowOptions rows) {
        return Json.write(new StoredSettings(
                groups.stream()
                        .map(group -> new StoredGroup(group.id().value(), group.name()))
                        .toList(),
                rows.columns().isEmpty()
                        ? null
                        : rows.columns().stream().map(StoredColumn::of).toList(),
                changed(rows.policies()),
                rows.clearToken(),
                rows.repairs().isEmpty() ? null : new TreeSet<>(rows.repairs())));
    }

    static List<GroupSummary> groups(String document) {
        return Json.read(document, StoredSettings.class).groups().stream()
                .map(group -> new GroupSummary(new GroupId(group.id()), group.name()))
                .toList();
    }

    static RowOptions rows(String document) {
        StoredSettings stored = Json.read(document, StoredSettings.class);
        return new RowOptions(
                Optional.ofNullable(stored.columns()).orElse(List.of()).stream()
                        .map(StoredColumn::toChosen)
                        .toList(),
                policies(Optional.ofNullable(stored.policies()).orElse(Map.of())),
                stored.clearToken(),
                Optional.ofNullable(stored.repairs()).orElse(Set.of()));
    }

    private static @Nullable Map<String, Policy> changed(FieldPolicies policies) {
        var changed = new TreeMap<String, Policy>();
        FieldPolicies standard = FieldPolicies.standard();
        for (StandardField field : StandardField.values()) {
            if (policies.of(field) != standard.of(field)) {
                changed.put(field.name(), policies.of(field));
            }
        }
        policies.ofCustom().forEach((field, policy) -> changed.put(Long.toString(field.value()), policy));
        return changed.isEmpty() ? null : changed;
    }

    private static FieldPolicies policies(Map<String, Policy> changed) {
        FieldPolicies policies = FieldPolicies.standard();
        for (Map.Entry<String, Policy> entry : changed.entrySet()) {
            policies = Character.isDigit(entry.getKey().charAt(0))
                    ? policies.with(new FieldId(Long.parseLong(entry.getKey())), entry.getValue())
                    : policies.with(StandardField.valueOf(entry.getKey()), entry.getValue());
        }
        return policies;
    }
}
