package dev.muster.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the mail server, for one letter after another. Not for two threads at once. */
final class MailConnection implements AutoCloseable {

    /** Opens the way to the server, and logs in where it is told to. */
    interface Opening {
        Transport open() throws MessagingException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(MailConnection.class);

    private final Opening opening;
    private @Nullable Transport transport;
    private boolean deliveredAny;
    private @Nullable ServerFault fault;

    MailConnection(Opening opening) {
        this.opening = opening;
    }

    /** Hands {@code message} to the server; waits no longer than the timeouts of the connection. */
    Delivery deliver(MimeLetter message) {
        try {
            Transport open = send(message);
            deliveredAny = true;
            return new Delivery.Sent(
                    open instanceof SMTPTransport smtp ? SmtpReply.oneLine(smtp.getLastServerResponse()) : "");
        } catch (MessagingException e) {
            SmtpReply reply = SmtpReply.of(e);
            if (transport == null) {
                fault = ServerFault.of(e, reply, false);
                return new Delivery.NotTaken(reply.words());
            }
            fault = reply.endsTheConnection() ? ServerFault.of(e, reply, true) : null;
            return reply.delivery(message.wentOutWhole());
        }
    }

    /** After a refusal the library may close the connection unseen; then nothing of the next letter has gone out. */
    private Transport send(MimeLetter message) throws MessagingException {
        if (transport != null) {
            try {
                return send(message, transport);
            } catch (IllegalStateException e) {
                LOG.debug("The mail server closed the connection between two letters. Another one is opened.", e);
                transport = null;
            }
        }
        Transport fresh = opening.open();
        transport = fresh;
        return send(message, fresh);
    }

    private static Transport send(MimeLetter message, Transport open) throws MessagingException {
        open.sendMessage(message, message.getAllRecipients());
        return open;
    }

    /** Tells whether the server takes letters over it: it stands, and was used. */
    boolean works() {
        return transport != null && fault == null;
    }

    /** Returns what the last letter found wrong with the server, whichever letter it is; empty where nothing was. */
    Optional<ServerFault> fault() {
        return Optional.ofNullable(fault);
    }

    /**
     * Forgets a broken connection, so that the next letter opens another one.
     *
     * @return false where the broken one had not taken a single letter: another would fare no better
     */
    boolean renew() {
        close();
        boolean worked = deliveredAny;
        deliveredAny = false;
        fault = null;
        return worked;
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye; every letter's result is known already.", e);
        }
    }
}
