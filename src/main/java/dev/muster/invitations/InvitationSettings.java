package dev.muster.invitations;

import dev.muster.common.HubSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the hub's settings say about invitations. */
@Component
class InvitationSettings {

    /** After how many days a link stops working, in digits; 0 for never. */
    static final String EXPIRY_DAYS = "invitation_expiry_days";

    private static final int STANDARD_DAYS = 90;

    private final HubSettings hub;

    InvitationSettings(HubSettings hub) {
        this.hub = hub;
    }

    /** Returns when an invitation of {@code now} stops working, or null for never. */
    @Nullable
    Instant expiryFrom(Instant now) {
        int days = expiryDays();
        return days == 0 ? null : now.plus(Duration.ofDays(days));
    }

    int expiryDays() {
        return hub.find(EXPIRY_DAYS).map(Integer::parseInt).orElse(STANDARD_DAYS);
    }

    /** Has invitations that are sent from now on work for {@code days}; those sent before keep their day. */
    void changeExpiry(int days) {
        hub.save(EXPIRY_DAYS, Integer.toString(days));
    }

    /** Returns the name that the hub goes by. */
    String hubName() {
        return hub.company().orElse("Muster");
    }
}
