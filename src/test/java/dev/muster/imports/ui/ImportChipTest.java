package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import dev.muster.common.ui.NewMembers;
import dev.muster.common.ui.Times;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.security.Role;
import dev.muster.testing.SettableClock;
import dev.muster.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImportChipTest extends UiTest {

    @Autowired
    Times times;

    @Autowired
    SettableClock clock;

    private final SharedValueSignal<ImportBoard> board = new SharedValueSignal<>(ImportBoard.EMPTY);
    private final List<ImportId> cancelled = new ArrayList<>();
    private final List<String> spoken = new ArrayList<>();
    private ImportChip chip;

    @BeforeEach
    void open() {
        actAs("Mara Lindqvist", Role.MANAGER);
        addChip();
    }

    @Test
    void isNotThereWhileNothingRuns() {
        assertThat(chip.isVisible()).isFalse();
    }

    @Test
    void followsAnImportToItsEnd() {
        publish(SampleImport.running(1, 0));
        assertThat(label()).isEqualTo("Importing 0 %");
        publish(SampleImport.running(1, 240).withSecondsLeft(30L));
        find(Popover.class, chip).single().open();
        assertThat(panel()).contains("240 of 1,000 rows");
        publish(SampleImport.running(1, 480).withSecondsLeft(18L));
        assertThat(label()).isEqualTo("Importing 48 %");
        assertThat(panel()).contains("480 of 1,000 rows", "100 rows/s", "About 20 seconds left");
        publish(SampleImport.ended(1, ImportState.COMPLETED));
        assertThat(label()).isEqualTo("Import done");
        assertThat(spoken).containsExactly("Importing customers.csv, 0 percent", "Import of customers.csv done");
    }

    @Test
    void fillsItsPopoverOnlyForSomebodyWhoComesNear() {
        publish(SampleImport.running(1, 240));
        assertThat(panel()).isEmpty();

        NativeButton button =
                find(NativeButton.class, chip).withClassName("imp-chip").single();
        ComponentUtil.fireEvent(button, new FocusNotifier.FocusEvent<>(button, true));
        assertThat(panel()).contains("240 of 1,000 rows");
    }

    @Test
    void countsSeveralImports() {
        publish(SampleImport.running(1, 100), SampleImport.running(2, 0));
        assertThat(label()).isEqualTo("2 imports running");
    }

    @Test
    void keepsAFailureUntilSomebodyLooks() {
        publish(SampleImport.running(1, 100));
        publish(SampleImport.ended(1, ImportState.FAILED));
        assertThat(label()).isEqualTo("Import failed");

        Popover popover = find(Popover.class, chip).single();
        popover.open();
        assertThat(panel()).contains("The file is empty.");
        popover.close();
        assertThat(chip.isVisible()).isFalse();
    }

    @Test
    void saysNothingOfAnImportThatWasCancelled() {
        publish(SampleImport.running(1, 100));
        publish(SampleImport.running(1, 100).beingCancelled());
        assertThat(label()).isEqualTo("Cancelling…");
        publish(SampleImport.ended(1, ImportState.CANCELLED));
        assertThat(chip.isVisible()).isFalse();
    }

    @Test
    void saysNothingOfWhatEndedBeforeThePageWasOpened() {
        UI.getCurrent().remove(chip);
        publish(SampleImport.ended(1, ImportState.FAILED));
        addChip();
        assertThat(chip.isVisible()).isFalse();
    }

    @Test
    void asksBeforeItCancels() {
        publish(SampleImport.running(1, 100));
        find(Popover.class, chip).single().open();
        find(Button.class, chip).withText("Cancel import").single().click();
        assertThat(cancelled).isEmpty();
        test(find(CancelImportDialog.class).single()).confirm();
        assertThat(cancelled).containsExactly(new ImportId(1));
    }

    private void addChip() {
        var actions = new ImportActions(true, cancelled::add, _ -> {}, _ -> {}, _ -> {}, _ -> {});
        chip = new ImportChip(board, actions, times, new ProgressVoice(clock, spoken::add));
        UI.getCurrent().add(chip);
    }

    private void publish(SampleImport... imports) {
        List<ImportSnapshot> all =
                Stream.of(imports).map(SampleImport::snapshot).toList();
        Signal.runWithoutTransaction(() -> board.set(new ImportBoard(all, NewMembers.Count.NONE)));
        runPendingSignalsTasks();
    }

    private String label() {
        assertThat(chip.isVisible()).isTrue();
        return find(NativeButton.class, chip)
                .withClassName("imp-chip")
                .single()
                .getAriaLabel()
                .orElseThrow();
    }

    private String panel() {
        return find(Popover.class, chip).single().getElement().getTextRecursively();
    }
}
