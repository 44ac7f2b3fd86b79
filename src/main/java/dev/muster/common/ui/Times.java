package dev.muster.common.ui;

import com.vaadin.flow.component.UI;
import dev.muster.common.Catalogue;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Moments as people read them, in the zone of the browser that asks. */
@Component
public class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter IN_FULL =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);

    private final Clock clock;
    private final Catalogue texts;

    Times(Clock clock, Catalogue texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** Returns {@code 3 minutes ago} for a moment within the last day, else {@code 12 Nov 2026}. */
    public String shown(Instant moment) {
        Duration age = Duration.between(moment, clock.instant());
        if (age.isNegative() || age.toDays() > 0) {
            return day(moment);
        }
        if (age.toMinutes() < 1) {
            return text("common.time.just-now");
        }
        return age.toHours() < 1
                ? text("common.time.minutes-ago", age.toMinutes())
                : text("common.time.hours-ago", age.toHours());
    }

    /** Returns the day of {@code moment}, such as {@code 12 Nov 2026}. */
    public String day(Instant moment) {
        return DAY.format(local(moment));
    }

    /** Returns the time of day, such as {@code 10:42}, with the day before it where it is not today's. */
    public String timeOfDay(Instant moment) {
        ZonedDateTime local = local(moment);
        boolean today = local.toLocalDate().equals(local(clock.instant()).toLocalDate());
        return today ? CLOCK.format(local) : DAY.format(local) + ", " + CLOCK.format(local);
    }

    /** Returns the moment to the minute as it stands in a sentence, such as {@code 1 November 2026 at 09:14}. */
    public String inFull(Instant moment) {
        return IN_FULL.format(local(moment));
    }

    /** Returns how long ago {@code moment} was, also where that is days. */
    public String age(Instant moment) {
        long days = Duration.between(moment, clock.instant()).toDays();
        return days > 0 ? text("common.time.days-ago", days) : shown(moment);
    }

    /** Returns the moment to the second, with its zone. */
    public String exact(Instant moment) {
        return EXACT.format(local(moment));
    }

    private static ZonedDateTime local(Instant moment) {
        return moment.atZone(zone());
    }

    /** Returns the zone of the browser that asks; UTC where it is not known. */
    public static ZoneId zone() {
        UI ui = UI.getCurrent();
        String id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return id == null || id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC; // a browser may know a zone that this Java does not
        }
    }

    private String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }
}
