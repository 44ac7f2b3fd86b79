package dev.muster.members.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.members.AdvocateExport;
import dev.muster.members.MemberSelection;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;

/** Makes links that nobody sees, and that download members once they are clicked: menus and buttons hold no links. */
@SpringComponent
class ExportLinks {

    private final AdvocateExport export;
    private final Clock clock;

    ExportLinks(AdvocateExport export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    /** Returns a link that downloads whoever is selected. */
    Anchor create(MemberSelection selection) {
        var link = new Anchor(event -> write(selection, event), "");
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("aria-hidden", "true");
        link.getElement().setAttribute("tabindex", "-1");
        return link;
    }

    private void write(MemberSelection selection, DownloadEvent event) throws IOException {
        event.setFileName("advocates-%s.csv".formatted(LocalDate.now(clock)));
        event.setContentType("text/csv; charset=utf-8");
        event.getResponse().setHeader("Cache-Control", "no-store");
        export.write(selection, event.getOutputStream());
    }
}
