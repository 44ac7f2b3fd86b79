package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.Icons;
import dev.muster.members.AdvocateExport;
import dev.muster.members.MemberQuery;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;

/** Downloads what the Advocates page shows. */
@SpringComponent
class ExportAction implements AdvocatesAction {

    private static final int ORDER = 40;

    private final AdvocateExport export;
    private final Clock clock;

    ExportAction(AdvocateExport export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    @Override
    public String titleKey() {
        return "members.advocates.export";
    }

    @Override
    public String icon() {
        return Icons.UPLOAD.symbol();
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    /** Clicks a link that nobody sees: a menu has no links, and a download needs one. */
    @Override
    public void run(Component page) {
        if (page instanceof AdvocatesView advocates) {
            MemberQuery query = advocates.query();
            var link = new Anchor(event -> write(query, event), "");
            link.getElement().setAttribute("download", true);
            link.getElement().setAttribute("aria-hidden", "true");
            link.getElement().setAttribute("tabindex", "-1");
            advocates.offerDownload(link);
            link.getElement().callJsFunction("click");
        }
    }

    private void write(MemberQuery query, DownloadEvent event) throws IOException {
        event.setFileName("advocates-%s.csv".formatted(LocalDate.now(clock)));
        event.setContentType("text/csv; charset=utf-8");
        event.getResponse().setHeader("Cache-Control", "no-store");
        export.write(query, event.getOutputStream());
    }
}
