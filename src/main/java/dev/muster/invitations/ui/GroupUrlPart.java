package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import dev.muster.common.Catalogue;
import dev.muster.common.ui.GroupPart;
import dev.muster.invitations.GroupUrls;
import dev.muster.members.GroupId;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The public URL of a group that has a join code, beside its form. */
@org.springframework.stereotype.Component
@Order(1)
class GroupUrlPart implements GroupPart {

    private final GroupUrls urls;
    private final Catalogue texts;

    GroupUrlPart(GroupUrls urls, Catalogue texts) {
        this.urls = urls;
        this.texts = texts;
    }

    @Override
    public Optional<Component> of(long group) {
        return urls.of(new GroupId(group)).map(url -> new GroupUrlRow(texts.text("invitations.group.one"), url, false));
    }
}
