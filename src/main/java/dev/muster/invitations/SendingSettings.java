package dev.muster.invitations;

import dev.muster.security.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What the settings say about sending.
 *
 * @param sender the default sender; null where nobody can be
 * @param company whose hub this is; empty where nobody said
 * @param baseUrl what links in mails start with, as it was saved; empty for what the environment says
 * @param perSecond how many letters a node sends in a second at most
 * @param expiryDays after how many days an invitation stops working; 0 for never
 */
public record SendingSettings(
        @Nullable AccountId sender, String company, String baseUrl, int perSecond, int expiryDays) {

    /** Something that can be set. */
    public enum Input {
        SENDER,
        COMPANY,
        BASE_URL,
        PER_SECOND,
        EXPIRY_DAYS
    }
}
