package dev.muster.shell;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes failures to the log under a short reference, which is all that people are shown. */
@Component
class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    /** Without letters and digits that look alike. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    /**
     * Logs {@code failure} and returns its reference.
     *
     * @param place what was being done, as the start of a sentence without its full stop
     */
    String record(String place, Throwable failure) {
        var reference = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            reference.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        LOG.error("{}. The person was shown the reference {}.", place, reference, failure);
        return reference.toString();
    }
}
