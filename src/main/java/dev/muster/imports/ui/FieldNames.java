package dev.muster.imports.ui;

import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.imports.ColumnTarget;
import dev.muster.imports.FieldPolicies.Policy;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import dev.muster.members.StandardField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the fields that a column can go to are called. */
final class FieldNames {

    private final Map<FieldId, FieldDefinition> fields = new LinkedHashMap<>();

    FieldNames(List<FieldDefinition> fields) {
        fields.forEach(field -> this.fields.put(field.id(), field));
    }

    /** Returns the custom profile fields in the admin's order. */
    List<FieldDefinition> custom() {
        return List.copyOf(fields.values());
    }

    String of(ColumnTarget target) {
        return switch (target) {
            case ColumnTarget.Standard(StandardField field) -> field.header();
            case ColumnTarget.Custom(FieldId id) ->
                fields.get(id) == null ? "" : fields.get(id).name();
            case ColumnTarget.NewField(String name, FieldType _) ->
                I18NProvider.translate("imports.dialog.columns.create", name);
            case ColumnTarget.NamePart(ColumnTarget.Part part) ->
                I18NProvider.translate(
                        "imports.dialog.columns.name." + part.name().toLowerCase(Locale.ROOT));
            case ColumnTarget.LeaveOut() -> I18NProvider.translate("imports.dialog.columns.leave-out");
            case ColumnTarget.Undecided() -> "";
        };
    }

    static String of(FieldType type) {
        return I18NProvider.translate(
                "imports.dialog.type." + type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static String of(Policy policy) {
        return I18NProvider.translate("imports.dialog.policy." + policy.name().toLowerCase(Locale.ROOT));
    }
}
