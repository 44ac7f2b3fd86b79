package dev.muster.mail.ui;

import dev.muster.common.ui.NavigationCount;
import dev.muster.mail.OutboxDesk;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The letters that need attention, beside the outbox in the navigation. */
@Component
class OutboxCount implements NavigationCount {

    private final OutboxDesk desk;

    OutboxCount(OutboxDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return OutboxAddress.PATH;
    }

    @Override
    public OptionalLong count() {
        long letters = desk.needingAttention();
        return letters == 0 ? OptionalLong.empty() : OptionalLong.of(letters);
    }
}
