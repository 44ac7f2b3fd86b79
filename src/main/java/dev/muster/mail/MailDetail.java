package dev.muster.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is read on the Outbox page.
 *
 * @param body what it says; null where only its receiver may read it
 * @param tries each time it was handed to the mail server, the oldest first
 */
public record MailDetail(
        MailRow row, Instant writtenAt, @Nullable Body body, List<Try> tries, List<AttachedFile> attachments) {

    /**
     * What a letter says, in both its forms.
     *
     * @param html a whole page; to be shown where it can run nothing
     */
    public record Body(String text, String html) {}

    /**
     * One time that it was handed to the mail server.
     *
     * @param state the state that this left the letter in
     * @param serverReply the mail server's words, or what happened to the connection; null while there are none
     */
    public record Try(Instant at, MailState state, @Nullable String serverReply) {}

    /**
     * A file that goes along.
     *
     * @param number which of the letter's files it is, from 1
     * @param bytes its size
     */
    public record AttachedFile(int number, String fileName, String contentType, long bytes) {}
}
