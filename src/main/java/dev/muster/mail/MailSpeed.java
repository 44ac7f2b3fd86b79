package dev.muster.mail;

import dev.muster.common.HubSettings;
import org.springframework.stereotype.Component;

/** How many letters a node sends in a second at most: as it is saved in the settings, else as the environment says. */
@Component
public class MailSpeed {

    /** The most that can be saved. */
    public static final int HIGHEST = 1_000;

    private static final String SETTING = "mail_per_second";

    private final HubSettings hub;
    private final MailSettings environment;

    MailSpeed(HubSettings hub, MailSettings environment) {
        this.hub = hub;
        this.environment = environment;
    }

    /** Returns how many letters a node sends in a second at most. */
    public int perSecond() {
        return hub.find(SETTING).map(Integer::parseInt).orElseGet(environment::perSecond);
    }

    /** Sends {@code perSecond} letters a second from the next batch on. Checks no rights. */
    public void change(int perSecond) {
        if (perSecond < 1 || perSecond > HIGHEST) {
            throw new IllegalArgumentException("Mails per second must be 1 to %d.".formatted(HIGHEST));
        }
        hub.save(SETTING, Integer.toString(perSecond));
    }
}
