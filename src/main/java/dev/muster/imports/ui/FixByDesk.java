package dev.muster.imports.ui;

import dev.muster.imports.CorrectionDesk;
import dev.muster.imports.FixSheet;
import dev.muster.imports.FixableRow;
import dev.muster.imports.ImportId;
import dev.muster.imports.RowFilter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The rejected rows of the import that a page shows, from the service. */
final class FixByDesk implements FixSource {

    private final CorrectionDesk desk;
    private final Supplier<ImportId> shown;
    private final Consumer<ImportId> onStarted;

    FixByDesk(CorrectionDesk desk, Supplier<ImportId> shown, Consumer<ImportId> onStarted) {
        this.desk = desk;
        this.shown = shown;
        this.onStarted = onStarted;
    }

    @Override
    public FixSheet sheet() {
        return desk.sheet(shown.get());
    }

    @Override
    public List<FixableRow> rows(RowFilter filter, int offset, int limit) {
        return desk.rows(shown.get(), filter, offset, limit);
    }

    @Override
    public long count(RowFilter filter) {
        return desk.count(shown.get(), filter);
    }

    @Override
    public Optional<FixableRow> next(RowFilter filter, long line) {
        return desk.next(shown.get(), filter, line);
    }

    @Override
    public FixableRow correct(long line, List<String> cells) {
        return desk.correct(shown.get(), line, cells);
    }

    @Override
    public FixableRow takeBack(long line) {
        return desk.takeBack(shown.get(), line);
    }

    @Override
    public long ready() {
        return desk.ready(shown.get());
    }

    @Override
    public boolean importReady() {
        Optional<ImportId> started = desk.importReady(shown.get());
        started.ifPresent(onStarted);
        return started.isPresent();
    }
}
