package dev.muster.imports;

import dev.muster.common.WhiteSpace;
import dev.muster.members.FieldDefinition;
import java.util.Comparator;
import java.util.List;

/** The order of the custom profile fields in the template: the three of every new hub, then the others by name. */
final class TemplateOrder {

    private static final List<String> FIRST = List.of("position", "industry", "product");

    private TemplateOrder() {}

    static List<FieldDefinition> of(List<FieldDefinition> fields) {
        return fields.stream()
                .sorted(Comparator.comparingInt(TemplateOrder::rank).thenComparing(TemplateOrder::key))
                .toList();
    }

    private static int rank(FieldDefinition field) {
        int rank = FIRST.indexOf(key(field));
        return rank < 0 ? FIRST.size() : rank;
    }

    private static String key(FieldDefinition field) {
        return WhiteSpace.nameKey(field.name());
    }
}
