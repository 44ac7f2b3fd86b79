package dev.muster.invitations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.AdminPart;
import dev.muster.common.ui.State;
import dev.muster.common.ui.StateBadge;
import dev.muster.invitations.EmailDesk;
import java.util.Optional;

/** Marks the admin whom invitations are from. */
@SpringComponent
class DefaultSenderBadge implements AdminPart {

    private final EmailDesk desk;

    DefaultSenderBadge(EmailDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Component> of(long account) {
        return Optional.ofNullable(desk.settings().sender())
                .filter(sender -> sender.value() == account)
                .map(_ -> new StateBadge(State.DEFAULT_SENDER));
    }
}
