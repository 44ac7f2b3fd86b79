package dev.muster.imports.ui;

import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.NewMembers;
import org.springframework.stereotype.Component;

/** The members whom imports that run, or ended a moment ago, brought into the hub. */
@Component
class ImportedMembers implements NewMembers {

    private final Signal<Count> count;
    private final Signal<Boolean> areComing;

    ImportedMembers(LiveImports live) {
        count = live.board().map(ImportBoard::created);
        areComing = live.board().map(board -> board.active().stream().anyMatch(one -> !one.takesBack()));
    }

    @Override
    public Signal<Count> count() {
        return count;
    }

    @Override
    public Signal<Boolean> areComing() {
        return areComing;
    }
}
