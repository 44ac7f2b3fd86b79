package dev.muster.imports;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Tells a failure that a row may bring about by what it is from one that any row would have met. */
final class Poison {

    private Poison() {}

    static boolean mayBeIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FenceLostException
                    || cause instanceof UnusableFileException
                    || cause instanceof NoRoomException
                    || cause instanceof RulesOutdatedException
                    || cause instanceof Turn.LostException
                    || cause instanceof TransactionException
                    || cause instanceof ConcurrencyFailureException
                    || isOfDatabase(cause)) {
                return false;
            }
        }
        return true;
    }

    /** What a database refuses for its content is about the content; all else may be better in a while. */
    private static boolean isOfDatabase(Throwable cause) {
        return cause instanceof DataAccessException && !(cause instanceof DataIntegrityViolationException);
    }
}
