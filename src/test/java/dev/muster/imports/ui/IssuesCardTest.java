package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import dev.muster.testing.UiTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuesCardTest extends UiTest {

    private static final OutcomeCounts SOME = new OutcomeCounts(3, 0, 0, 0);

    @Test
    void saysThatEveryRowWasImportedOnlyWhereEachWas() {
        assertThat(text(SOME, false)).endsWith("Every row was imported.");
        assertThat(text(SOME, true)).endsWith("Every row so far was imported.");
        assertThat(text(new OutcomeCounts(3, 0, 0, 1), false)).doesNotContain("imported");
    }

    private static String text(OutcomeCounts counts, boolean isPart) {
        var card = new IssuesCard(_ -> {}, new Span());
        card.show(List.of(), counts, isPart);
        return card.getElement().getTextRecursively();
    }
}
