package dev.muster.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A letter in the form that mail servers take; it keeps its Message-ID and knows when all of it was handed over. */
final class MimeLetter extends MimeMessage {

    private final String messageId;
    private boolean wentOutWhole;

    MimeLetter(String messageId) {
        super((Session) null);
        this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        super.writeTo(out, ignoreList);
        wentOutWhole = true;
    }

    /** Tells whether all of it was written to the server, so that it may have been delivered. */
    boolean wentOutWhole() {
        return wentOutWhole;
    }
}
