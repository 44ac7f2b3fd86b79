package dev.muster.imports.ui;

import com.vaadin.flow.signals.Signal;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.KeptFilter;
import dev.muster.imports.KeptItem;
import dev.muster.imports.KeptReason;
import dev.muster.imports.UndoOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What pages ask about undos, and have done. */
interface UndoSource {

    UndoOutcome preview(ImportId of);

    void forget(ImportId preview);

    UndoOutcome undo(ImportId of);

    Optional<ImportSnapshot> find(ImportId run);

    /** Returns the undos that run, to bind. */
    Signal<ImportBoard> undos();

    /** Returns the previews that run, to bind. */
    Signal<ImportBoard> previews();

    Map<KeptReason, Long> counts(ImportId run);

    List<KeptItem> kept(ImportId run, KeptFilter filter, int offset, int limit);

    long count(ImportId run, KeptFilter filter);
}
