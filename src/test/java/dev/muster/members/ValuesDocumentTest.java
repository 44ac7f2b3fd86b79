package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.Json;
import dev.muster.testing.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

class ValuesDocumentTest {

    @Test
    void isWhatJacksonWrites() throws IOException {
        List<String> naughty = Json.read(Files.readString(Corpora.path("blns/blns.json")), new TypeReference<>() {});
        for (String text : naughty) {
            var byNumber = new TreeMap<>(Map.of(7L, List.of(text, "plain"), 12L, List.of("Ünïcode 🦆")));
            var values = FieldValues.of(
                    Map.of(new FieldId(12), List.of("Ünïcode 🦆"), new FieldId(7), List.of(text, "plain")));

            String document = ValuesDocument.write(values);

            assertThat(document).isEqualTo(Json.write(byNumber));
            assertThat(ValuesDocument.isOf(document, values)).isTrue();
            assertThat(ValuesDocument.isOf(document, values.with(new FieldId(7), List.of(text))))
                    .isFalse();
            assertThat(ValuesDocument.read(document)).isEqualTo(values);
        }
    }

    @Test
    void isOfTheVeryValuesThatItHolds() {
        var values = FieldValues.of(Map.of(new FieldId(3), List.of("A", "B"), new FieldId(12), List.of("C")));

        assertThat(ValuesDocument.isOf("{\"3\":[\"A\",\"B\"],\"12\":[\"C\"]}", values))
                .isTrue();
        assertThat(ValuesDocument.isOf("{}", FieldValues.NONE)).isTrue();
        for (String other : List.of(
                "{}",
                "{\"3\":[\"A\",\"B\"]}",
                "{\"3\":[\"A,B\"],\"12\":[\"C\"]}",
                "{\"3\":[\"A\",\"B\"],\"12\":[\"C\",\"D\"]}",
                "{\"3\":[\"A\",\"B\"],\"12\":[\"C\"],\"13\":[\"D\"]}",
                "{\"3\":[\"B\",\"A\"],\"12\":[\"C\"]}")) {
            assertThat(ValuesDocument.isOf(other, values)).as(other).isFalse();
        }
        assertThat(ValuesDocument.isOf(
                        "{\"3\":[\"A\",\"B\"]}", FieldValues.of(Map.of(new FieldId(3), List.of("A\",\"B")))))
                .isFalse();
    }

    @Test
    void readsDocumentsThatAreWrittenInAnotherWay() {
        assertThat(ValuesDocument.read("{ \"3\" : [ \"A\", \"B\" ] }"))
                .isEqualTo(FieldValues.of(Map.of(new FieldId(3), List.of("A", "B"))));
    }

    @Test
    void refusesWhatIsNoDocument() {
        assertThatThrownBy(() -> ValuesDocument.read("{\"3\":[\"A\"")).isInstanceOf(JacksonException.class);
    }
}
