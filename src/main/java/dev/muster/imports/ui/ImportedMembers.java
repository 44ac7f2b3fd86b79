package dev.muster.imports.ui;

import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.NewMembers;
import dev.muster.imports.ImportSnapshot;
import dev.muster.members.MemberKind;
import org.springframework.stereotype.Component;

/** The members whom imports that run, or ended a moment ago, brought into the hub. */
@Component
class ImportedMembers implements NewMembers {

    private final Signal<Count> count;
    private final Signal<Boolean> areComing;

    ImportedMembers(LiveImports live) {
        count = live.board()
                .map(board -> new Count(created(board, MemberKind.ADVOCATE), created(board, MemberKind.NOMINEE)));
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

    private static long created(ImportBoard board, MemberKind kind) {
        return board.imports().stream()
                .filter(one -> one.kind() == kind)
                .mapToLong(ImportSnapshot::created)
                .sum();
    }
}
