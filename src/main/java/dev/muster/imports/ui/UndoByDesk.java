package dev.muster.imports.ui;

import com.vaadin.flow.signals.Signal;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.KeptFilter;
import dev.muster.imports.KeptItem;
import dev.muster.imports.KeptReason;
import dev.muster.imports.UndoDesk;
import dev.muster.imports.UndoOutcome;
import dev.muster.imports.UndoResults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Undoes as the desk does, and shows it on every page. */
@Component
class UndoByDesk implements UndoSource {

    private final UndoDesk desk;
    private final UndoResults results;
    private final ImportDesk imports;
    private final LiveImports live;

    UndoByDesk(UndoDesk desk, UndoResults results, ImportDesk imports, LiveImports live) {
        this.desk = desk;
        this.results = results;
        this.imports = imports;
        this.live = live;
    }

    @Override
    public UndoOutcome preview(ImportId of) {
        return desk.preview(of);
    }

    @Override
    public void forget(ImportId preview) {
        desk.forget(preview);
    }

    @Override
    public UndoOutcome undo(ImportId of) {
        UndoOutcome outcome = desk.undo(of);
        live.reconcile(imports.active());
        return outcome;
    }

    @Override
    public Optional<ImportSnapshot> find(ImportId run) {
        return desk.find(run);
    }

    @Override
    public Signal<ImportBoard> undos() {
        return live.board();
    }

    @Override
    public Signal<ImportBoard> previews() {
        return live.checks();
    }

    @Override
    public Map<KeptReason, Long> counts(ImportId run) {
        return results.counts(run);
    }

    @Override
    public List<KeptItem> kept(ImportId run, KeptFilter filter, int offset, int limit) {
        return results.kept(run, filter, offset, limit);
    }

    @Override
    public long count(ImportId run, KeptFilter filter) {
        return results.count(run, filter);
    }
}
