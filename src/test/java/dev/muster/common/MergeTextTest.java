package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergeTextTest {

    private static final List<String> KNOWN = List.of("first_name", "company", "invitation_url");

    @Test
    void aValueIsNeverLookedIntoAgain() {
        var text = new MergeText("{{ first_name }} at {{company}}");

        assertThat(text.fill(Map.of("first_name", "{{company}}", "company", "$1 \\ {{first_name}}")))
                .isEqualTo("{{company}} at $1 \\ {{first_name}}");
    }

    @Test
    void anUnknownFieldIsFoundWithItsPlaceAndWhatWasMeant() {
        assertThat(new MergeText("Hello {{frist_name}}, {{company}}").faults(KNOWN))
                .containsExactly(new MergeText.Fault("{{frist_name}}", 6, 20, Optional.of("first_name")));
        assertThat(new MergeText("{{Company}} {{zzzzzzzzzz}}").faults(KNOWN))
                .containsExactly(
                        new MergeText.Fault("{{Company}}", 0, 11, Optional.of("company")),
                        new MergeText.Fault("{{zzzzzzzzzz}}", 12, 26, Optional.empty()));
    }

    @Test
    void aFieldThatIsNeverClosedIsAFault() {
        assertThat(new MergeText("Hello {{first_name, how are you?\n{{company}}").faults(KNOWN))
                .extracting(MergeText.Fault::word)
                .containsExactly("{{first_name, how are you?");
    }

    @Test
    void bracesOfOtherKindsAreWords() {
        assertThat(new MergeText("{first_name} }} {").faults(KNOWN)).isEmpty();
    }

    @Test
    void aParagraphCanBeOneFieldAlone() {
        assertThat(new MergeText(" {{company}} ").only()).contains("company");
        assertThat(new MergeText("{{company}}!").only()).isEmpty();
        assertThat(new MergeText("{{company}}{{company}}").only()).isEmpty();
    }
}
