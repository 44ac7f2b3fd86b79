package dev.muster;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.muster.common.Outage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the log readable while the database is away: every poll, heartbeat and page fails then, each with a stack trace
 * that says the same. In their place stands one line a minute from each part of the application.
 */
@Component
class QuietOutages extends TurboFilter implements InitializingBean, DisposableBean {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(QuietOutages.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<String, Instant> lastSaid = new ConcurrentHashMap<>();
    private final Clock clock;

    QuietOutages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            start();
            log.addTurboFilter(this);
        }
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        Throwable outage = failure != null ? failure : lastThrowable(arguments);
        if (outage == null || !level.isGreaterOrEqual(Level.WARN) || !Outage.isBehind(outage)) {
            return FilterReply.NEUTRAL;
        }
        if (isFirstInAWhile(logger.getName())) {
            LOG.warn("The database cannot be reached; {} tries again. ({})", logger.getName(), root(outage));
        }
        return FilterReply.DENY;
    }

    private boolean isFirstInAWhile(String name) {
        Instant now = clock.instant();
        Instant before = lastSaid.get(name);
        boolean isOver = before == null || !now.isBefore(before.plus(PAUSE));
        return isOver
                && (before == null ? lastSaid.putIfAbsent(name, now) == null : lastSaid.replace(name, before, now));
    }

    private static @Nullable Throwable lastThrowable(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable last
                ? last
                : null;
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
    }
}
