package dev.muster.mail;

import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why the mail server did not take a letter.
 *
 * @param code the SMTP reply code, or 0 where the server did not reply
 * @param aboutSender whether it refused whom the letter is from, which is the same for every letter
 * @param words what it said, on one line
 */
record SmtpReply(int code, boolean aboutSender, String words) {

    private static final int CLOSING = 421;
    private static final int TOO_BIG = 552;
    private static final String END_OF_STREAM = "[EOF]";
    private static final int MAX_WORDS = 2000;

    /** Reads the reply out of the exceptions that Jakarta Mail hangs one behind the other. */
    static SmtpReply of(MessagingException failure) {
        SmtpReply found = null;
        for (Exception next = failure; next instanceof MessagingException link; next = link.getNextException()) {
            SmtpReply reply = reply(link);
            if (reply != null && (found == null || reply.code() > 0)) {
                found = reply;
            }
        }
        return found != null && found.code() > 0 ? found : new SmtpReply(0, false, wordsOf(failure));
    }

    private static @Nullable SmtpReply reply(MessagingException link) {
        return switch (link) {
            case SMTPAddressFailedException e -> new SmtpReply(code(e.getReturnCode()), false, oneLine(e.getMessage()));
            case SMTPSenderFailedException e -> new SmtpReply(code(e.getReturnCode()), true, oneLine(e.getMessage()));
            case SMTPSendFailedException e ->
                new SmtpReply(code(e.getReturnCode()), e.getCommand().startsWith("MAIL"), oneLine(e.getMessage()));
            default -> null;
        };
    }

    private static int code(int returned) {
        return Math.max(returned, 0);
    }

    /** Tells whether no further letter can go over this connection. */
    boolean endsTheConnection() {
        return code < 400 || code == CLOSING || isRefusalOfSender();
    }

    /**
     * Returns what this means for the letter.
     *
     * @param wentOutWhole whether all of it was handed over before this
     */
    Delivery delivery(boolean wentOutWhole) {
        if (code < 400) {
            return wentOutWhole ? new Delivery.Unknown(words) : new Delivery.Deferred(words);
        }
        if (isRefusalOfSender()) {
            return new Delivery.NotTaken(words);
        }
        return code < 500 ? new Delivery.Deferred(words) : new Delivery.Bounced(words);
    }

    /** A fault of the set-up, not of the letter: no letter may be lost to it. */
    private boolean isRefusalOfSender() {
        return aboutSender && code >= 500 && code != TOO_BIG;
    }

    /** Says what happened to the connection, where there are no words of the server. */
    private static String wordsOf(MessagingException failure) {
        Exception cause = failure.getNextException();
        if (cause instanceof SocketTimeoutException) {
            return "No answer in time";
        }
        if (String.valueOf(failure.getMessage()).contains(END_OF_STREAM)) {
            return "Connection closed without an answer";
        }
        return oneLine(
                cause == null || cause.getMessage() == null
                        ? failure.getMessage()
                        : failure.getMessage() + " " + cause.getMessage());
    }

    /** Returns {@code words} on one line that the log and the page can hold. */
    static String oneLine(@Nullable String words) {
        if (words == null) {
            return "";
        }
        String line = words.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS);
    }
}
