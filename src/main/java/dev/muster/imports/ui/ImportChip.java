package dev.muster.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Times;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.ui.ChipFace.Tone;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The chip in the top bar that follows the imports, on every page and for everyone who is logged in. */
final class ImportChip extends Composite<Div> {

    private static final int DONE_SHOWN_MS = 10_000;

    private final Signal<ImportBoard> board;
    private final ImportActions actions;
    private final Times times;
    private final ProgressVoice voice;
    private final ChipButton button = new ChipButton();
    private final Popover popover = new Popover();
    private final Div entries = new Div();
    private final Map<ImportId, ChipEntry> entryOf = new LinkedHashMap<>();
    private final Set<Ending> seen = new HashSet<>();
    private Optional<Tone> tone = Optional.empty();

    /** How an import ended. One that is resumed ends once more, and that is news again. */
    private record Ending(ImportId id, ImportState state, long processed) {

        static Ending of(ImportSnapshot one) {
            return new Ending(one.id(), one.state(), one.processed());
        }
    }

    ImportChip(Signal<ImportBoard> board, ImportActions actions, Times times, ProgressVoice voice) {
        this.board = board;
        this.actions = actions;
        this.times = times;
        this.voice = voice;
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                prepare();
            } else {
                forgetEnded();
            }
        });

        button.onApproach(this::prepare);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(getTranslation("imports.chip.popover"));
        popover.addClassName("imp-popover");
        entries.addClassName("imp-entries");
        popover.add(entries);
        getContent().addClassName("imp-chip-place");
        getContent().add(button, popover);
    }

    /** Puts the focus on the chip of the tab, where it shows one. */
    static void focusIn(UI ui) {
        Optional.ofNullable(ComponentUtil.getData(ui, ImportChip.class)).ifPresent(chip -> chip.button.focus());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ComponentUtil.setData(event.getUI(), ImportChip.class, this);
        ImportBoard now = board.peek();
        now.ended().forEach(one -> seen.add(Ending.of(one)));
        voice.begin(now.imports());
        if (event.isInitialAttach()) {
            Signal.effect(this, () -> show(board.get()));
        }
    }

    private void show(ImportBoard now) {
        Optional<ChipFace> face = ChipFace.of(now.active(), news(now));
        if (isVisible() && face.isEmpty()) {
            getUI().ifPresent(Page::catchFocus);
        }
        setVisible(face.isPresent());
        face.ifPresent(button::show);
        removeAllBut(listed(now));
        if (popover.isOpened()) {
            showEntries(listed(now));
        }
        now.imports().forEach(voice::hear);

        Optional<Tone> before = tone;
        tone = face.map(ChipFace::tone);
        if (tone.equals(Optional.of(Tone.DONE)) && !tone.equals(before)) {
            hideSoon();
        }
    }

    private List<ImportSnapshot> news(ImportBoard now) {
        return now.ended().stream().filter(this::isNews).toList();
    }

    /** A cancelled import needs no news: whoever stopped it knows. */
    private boolean isNews(ImportSnapshot ended) {
        return (ended.state() == ImportState.COMPLETED || ended.state() == ImportState.FAILED)
                && !seen.contains(Ending.of(ended));
    }

    /**
     * Fills the popover for somebody who is about to open it. Every open page has a chip and few are looked into: what
     * is in the popover is sent to those alone.
     */
    private void prepare() {
        showEntries(listed(board.peek()));
    }

    private List<ImportSnapshot> listed(ImportBoard now) {
        return Stream.concat(now.active().stream(), news(now).stream()).toList();
    }

    private void removeAllBut(List<ImportSnapshot> imports) {
        List<ImportId> ids = imports.stream().map(ImportSnapshot::id).toList();
        entryOf.entrySet().removeIf(entry -> {
            if (ids.contains(entry.getKey())) {
                return false;
            }
            entries.remove(entry.getValue());
            return true;
        });
    }

    private void showEntries(List<ImportSnapshot> imports) {
        for (ImportSnapshot one : imports) {
            ChipEntry entry = entryOf.get(one.id());
            if (entry == null) {
                entry = new ChipEntry(one, actions, times, popover::close);
                entryOf.put(one.id(), entry);
                entries.add(entry);
            } else {
                entry.show(one);
            }
        }
    }

    /** The browser counts the seconds, so that no thread of the server waits. */
    private void hideSoon() {
        getElement()
                .executeJs("return new Promise(done => setTimeout(done, $0))", DONE_SHOWN_MS)
                .then(_ -> {
                    if (!popover.isOpened() && tone.equals(Optional.of(Tone.DONE))) {
                        forgetEnded();
                    }
                });
    }

    private void forgetEnded() {
        ImportBoard now = board.peek();
        now.ended().forEach(one -> seen.add(Ending.of(one)));
        show(now);
    }
}
