package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldChangeTest {

    @Test
    void comesBackFromItsDocument() {
        var changes = List.of(
                FieldChange.of(StandardField.TITLE, null, "Lead"),
                FieldChange.of(new FieldId(3), List.of("Atlas"), List.of("Atlas", "Beacon")),
                FieldChange.addedToGroup("EMEA"));

        String document = FieldChange.toDocument(changes);

        assertThat(document).startsWith("[{\"field\":\"TITLE\",\"before\":[],\"after\":[\"Lead\"]},");
        assertThat(FieldChange.ofDocument(document)).isEqualTo(changes);
    }

    @Test
    void knowsWhichFieldItIsAbout() {
        assertThat(FieldChange.of(StandardField.TITLE, "a", "b").standardField())
                .hasValue(StandardField.TITLE);
        assertThat(FieldChange.of(StandardField.TITLE, "a", "b").customField()).isEmpty();
        assertThat(FieldChange.of(new FieldId(3), List.of(), List.of()).customField())
                .hasValue(new FieldId(3));
        assertThat(FieldChange.addedToGroup("EMEA").standardField()).isEmpty();
        assertThat(FieldChange.addedToGroup("EMEA").customField()).isEmpty();
    }
}
