package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.muster.common.ui.Announcer;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.TopBarItem;
import dev.muster.imports.ImportDesk;
import java.time.Clock;

/** Puts the import chip into the top bar of each tab. */
@org.springframework.stereotype.Component
class ImportChips implements TopBarItem {

    private final ImportDesk imports;
    private final ImportAccess access;
    private final LiveImports live;
    private final Times times;
    private final Clock clock;

    ImportChips(ImportDesk imports, ImportAccess access, LiveImports live, Times times, Clock clock) {
        this.imports = imports;
        this.access = access;
        this.live = live;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Component create() {
        live.reconcile(imports.active());
        UI ui = UI.getCurrent();
        var voice = new ProgressVoice(clock, text -> Announcer.say(ui, text));
        return new ImportChip(live.board(), access.actions(), times, voice);
    }
}
