package dev.muster.members;

import dev.muster.common.WhiteSpace;
import java.util.List;

/**
 * A custom profile field as an admin wants it. Name and choices are trimmed and in Unicode NFC.
 *
 * @param choices the values that a select field offers, in their order; a text field has none
 * @param addsUnknownChoices whether an import adds values that are not among the choices; never for a text field
 */
public record FieldDraft(
        String name, FieldType type, List<String> choices, boolean shownToMember, boolean addsUnknownChoices) {

    public FieldDraft {
        name = WhiteSpace.clean(name);
        choices = type == FieldType.TEXT
                ? List.of()
                : choices.stream().map(WhiteSpace::clean).toList();
        addsUnknownChoices = addsUnknownChoices && type != FieldType.TEXT;
    }
}
