package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.Json;
import dev.muster.testing.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

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
    void itsDocumentIsWhatJacksonWrites() throws IOException {
        List<String> naughty = Json.read(Files.readString(Corpora.path("blns/blns.json")), new TypeReference<>() {});
        var changes = naughty.stream()
                .map(text -> new FieldChange(text, List.of(text, "plain"), List.of("Ünïcode 🦆", text)))
                .toList();

        assertThat(FieldChange.toDocument(changes)).isEqualTo(Json.write(changes));
        assertThat(FieldChange.toDocument(List.of())).isEqualTo("[]");
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
