package dev.muster.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out.
 *
 * @param perSecond how many letters at most a node sends in a second
 * @param from the sender of letters, as {@code Name <address>} or only the address; blank for the mail server's user
 * @param batch how many letters one claim takes
 * @param lease after how long a claim whose holder is silent counts as dead; longer than any one letter can take
 * @param tls when mail goes out over TLS only
 * @param standstill for how long nothing may run on the database, while mail is on its way, before somebody is asked
 *     whether it may still go out
 */
@ConfigurationProperties("muster.mail")
record MailSettings(
        @DefaultValue("10") int perSecond,
        @DefaultValue("") String from,
        @DefaultValue("50") int batch,
        @DefaultValue("15m") Duration lease,
        @DefaultValue("auto") Tls tls,
        @DefaultValue("15m") Duration standstill) {

    MailSettings {
        if (perSecond < 1) {
            throw new IllegalArgumentException(
                    "MUSTER_MAIL_PER_SECOND must be 1 or more, but is %d.".formatted(perSecond));
        }
    }
}
