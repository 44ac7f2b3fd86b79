package dev.muster.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import javax.net.ssl.SSLException;

/**
 * Why a mail server took nothing over a connection.
 *
 * @param kind what to do about it
 * @param words what the server said, on one line
 */
record ServerFault(SendingStop.Fault kind, String words) {

    private static final String STARTTLS = "STARTTLS";

    /**
     * Reads it out of what the mail library threw.
     *
     * @param isOpen whether the connection stood before
     */
    static ServerFault of(MessagingException failure, SmtpReply reply, boolean isOpen) {
        return new ServerFault(kind(failure, reply, isOpen), reply.words());
    }

    private static SendingStop.Fault kind(MessagingException failure, SmtpReply reply, boolean isOpen) {
        if (isOpen) {
            return reply.code() >= 500 ? SendingStop.Fault.REFUSAL : SendingStop.Fault.AWAY;
        }
        if (failure instanceof AuthenticationFailedException) {
            // 4xx: the server cannot look the name up just now.
            return reply.words().startsWith("4") ? SendingStop.Fault.AWAY : SendingStop.Fault.LOGIN;
        }
        if (failure.getNextException() instanceof SSLException || reply.words().startsWith(STARTTLS)) {
            return SendingStop.Fault.TLS;
        }
        return reply.words().matches("5\\d\\d .*") ? SendingStop.Fault.REFUSAL : SendingStop.Fault.AWAY;
    }
}
