package dev.muster.imports.ui;

import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.NewMembers;
import dev.muster.imports.ImportSnapshot;
import org.springframework.stereotype.Component;

/** The members whom imports that run, or ended a moment ago, brought into the hub. */
@Component
class ImportedMembers implements NewMembers {

    private final Signal<Long> number;

    ImportedMembers(LiveImports live) {
        number = live.board()
                .map(board -> board.imports().stream()
                        .mapToLong(ImportSnapshot::created)
                        .sum());
    }

    @Override
    public Signal<Long> number() {
        return number;
    }
}
