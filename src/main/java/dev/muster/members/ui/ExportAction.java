package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.AdvocatesAction;
import dev.muster.common.ui.Icons;
import dev.muster.members.MemberSelection;
import java.util.Set;

/** Downloads what the Advocates page shows. */
@SpringComponent
class ExportAction implements AdvocatesAction {

    private static final int ORDER = 40;

    private final ExportLinks links;

    ExportAction(ExportLinks links) {
        this.links = links;
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

    @Override
    public void run(Component page) {
        if (page instanceof AdvocatesView advocates) {
            advocates.download(links.create(new MemberSelection.AllThat(advocates.query(), Set.of())));
        }
    }
}
