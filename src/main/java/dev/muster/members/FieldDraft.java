package dev.muster.members;

import dev.muster.common.WhiteSpace;
import dev.muster.security.AuditDetail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom profile field as an admin wants it. Name and choices are trimmed and in Unicode NFC.
 *
 * @param choices the values that a select field offers, in their order; a text field has none
 * @param addsUnknownChoices whether an import adds values that are not among the choices; never for a text field
 */
public record FieldDraft(
        String name, FieldType type, List<String> choices, boolean shownToMember, boolean addsUnknownChoices) {

    private static final int CHOICES_IN_LOG = 50;

    public FieldDraft {
        name = WhiteSpace.clean(name);
        choices = type == FieldType.TEXT
                ? List.of()
                : choices.stream().map(WhiteSpace::clean).toList();
        addsUnknownChoices = addsUnknownChoices && type != FieldType.TEXT;
    }

    /** Returns what the audit log keeps of a field that becomes this; {@code before} is null for a new one. */
    AuditDetail changesFrom(@Nullable FieldDraft before) {
        return AuditDetail.named(before == null ? name : before.name)
                .with("Name", before == null ? null : before.name, name)
                .with("Type", before == null ? null : before.type, type)
                .with("Choices", before == null ? "" : before.listed(), listed())
                .with("Shown to the member", before != null && before.shownToMember, shownToMember)
                .with("Adds unknown choices", before != null && before.addsUnknownChoices, addsUnknownChoices);
    }

    /** A field may have more choices than an entry of a log should hold. */
    private String listed() {
        return choices.size() <= CHOICES_IN_LOG
                ? String.join("; ", choices)
                : String.join("; ", choices.subList(0, CHOICES_IN_LOG)) + "; … (" + choices.size() + ")";
    }
}
