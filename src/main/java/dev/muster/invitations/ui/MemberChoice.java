package dev.muster.invitations.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.Catalogue;
import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberRow;
import dev.muster.members.MemberSegment;
import dev.muster.members.PageBoundaries;

/** Makes inputs that choose a member out of however many, by name, address or company. */
@SpringComponent
class MemberChoice {

    private final MemberDirectory directory;
    private final Catalogue texts;

    MemberChoice(MemberDirectory directory, Catalogue texts) {
        this.directory = directory;
        this.texts = texts;
    }

    ComboBox<MemberRow> create() {
        var choice = new ComboBox<MemberRow>(texts.text("invitations.template.preview-as"));
        choice.setPlaceholder(texts.text("invitations.template.somebody"));
        choice.setClearButtonVisible(true);
        choice.setItemLabelGenerator(row -> row.name() + ", " + row.email());
        choice.setItems(query -> directory
                .page(
                        MemberQuery.DEFAULT
                                .withSegment(MemberSegment.ALL)
                                .withSearch(query.getFilter().orElse("")),
                        new PageBoundaries(),
                        query.getOffset(),
                        query.getLimit())
                .stream());
        return choice;
    }
}
