package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.ChosenColumn;
import dev.muster.imports.ColumnTarget;
import dev.muster.imports.FieldPolicies;
import dev.muster.imports.FieldPolicies.Policy;
import dev.muster.imports.ImportColumns;
import dev.muster.imports.RowOptions;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldType;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.StandardField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the columns and fields that an order speaks of by name. */
@Component
class ImportChoices {

    private static final String FIRST_NAME = "First Name";
    private static final String LAST_NAME = "Last Name";

    private final ImportColumns columns;
    private final ProfileFieldDesk fields;
    private final Catalogue texts;

    ImportChoices(ImportColumns columns, ProfileFieldDesk fields, Catalogue texts) {
        this.columns = columns;
        this.fields = fields;
        this.texts = texts;
    }

    /** Returns how rows are read: by the names of the columns, but for those that {@code mapping} speaks of. */
    RowOptions rows(
            List<String> header, Map<String, @Nullable String> mapping, FieldPolicies policies, Findings findings) {
        List<ChosenColumn> chosen = mapping.isEmpty() ? List.of() : chosen(header, mapping, findings);
        return new RowOptions(chosen, policies, null, Set.of());
    }

    private List<ChosenColumn> chosen(List<String> header, Map<String, @Nullable String> mapping, Findings findings) {
        var chosen = new ArrayList<>(columns.byName(header));
        mapping.forEach((name, field) -> {
            ColumnTarget target = target(name, field, findings);
            boolean isThere = false;
            for (int i = 0; i < header.size(); i++) {
                if (WhiteSpace.nameKey(header.get(i)).equals(WhiteSpace.nameKey(name))) {
                    chosen.set(i, new ChosenColumn(header.get(i), target));
                    isThere = true;
                }
            }
            if (!isThere) {
                findings.wrong("mapping", texts.text("api.expected.column", String.join(", ", header)), name);
            }
        });
        return chosen;
    }

    private ColumnTarget target(String header, @Nullable String field, Findings findings) {
        if (field == null) {
            return new ColumnTarget.LeaveOut();
        }
        return target(field).orElseGet(() -> {
            List<String> names = Stream.concat(names(), Stream.of(FIRST_NAME, LAST_NAME))
                    .distinct()
                    .toList();
            findings.wrong("mapping." + header, texts.text("api.expected.field", String.join(", ", names)), field);
            return new ColumnTarget.LeaveOut();
        });
    }

    private Optional<ColumnTarget> target(String field) {
        return StandardField.named(field)
                .<ColumnTarget>map(ColumnTarget.Standard::new)
                .or(() -> custom(field).map(found -> new ColumnTarget.Custom(found.id())))
                .or(() -> namePart(field).map(ColumnTarget.NamePart::new));
    }

    private static Optional<ColumnTarget.Part> namePart(String field) {
        return switch (WhiteSpace.nameKey(field)) {
            case "first name" -> Optional.of(ColumnTarget.Part.FIRST);
            case "last name" -> Optional.of(ColumnTarget.Part.LAST);
            default -> Optional.empty();
        };
    }

    /** Returns what cells do to members who are in the hub already, where it differs from the standard as given. */
    FieldPolicies policies(Map<String, Policy> given, Findings findings) {
        FieldPolicies policies = FieldPolicies.standard();
        for (Map.Entry<String, Policy> one : given.entrySet()) {
            String where = "policies." + one.getKey();
            Policy policy = one.getValue();
            Optional<StandardField> standard = StandardField.named(one.getKey());
            Optional<FieldDefinition> custom = custom(one.getKey());
            if (standard.isPresent()) {
                Policy[] allowed = allowed(standard.get());
                if (List.of(allowed).contains(policy)) {
                    policies = policies.with(standard.get(), policy);
                } else {
                    findings.wrong(where, Choices.oneOf(texts, List.of(allowed)), policy);
                }
            } else if (custom.isEmpty()) {
                String names = names().collect(Collectors.joining(", "));
                findings.wrong("policies", texts.text("api.expected.field", names), one.getKey());
            } else if (policy == Policy.MERGE && custom.get().type() != FieldType.MULTI_SELECT) {
                findings.wrong(
                        where, Choices.oneOf(texts, List.of(Policy.KEEP, Policy.FILL, Policy.OVERWRITE)), policy);
            } else {
                policies = policies.with(custom.get().id(), policy);
            }
        }
        return policies;
    }

    private static Policy[] allowed(StandardField field) {
        return field == StandardField.EMAIL
                ? new Policy[] {Policy.KEEP}
                : new Policy[] {Policy.KEEP, Policy.FILL, Policy.OVERWRITE};
    }

    private Optional<FieldDefinition> custom(String name) {
        return fields.definitions().stream()
                .filter(field -> WhiteSpace.nameKey(field.name()).equals(WhiteSpace.nameKey(name)))
                .findFirst();
    }

    private Stream<String> names() {
        return Stream.concat(
                Stream.of(StandardField.values()).map(StandardField::header),
                fields.definitions().stream().map(FieldDefinition::name));
    }
}
