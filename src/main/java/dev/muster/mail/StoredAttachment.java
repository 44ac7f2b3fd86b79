package dev.muster.mail;

/** A file as it goes along with a letter. */
@SuppressWarnings("ArrayRecordComponent") // the bytes go straight to the mail server, nobody compares them
record StoredAttachment(String fileName, String contentType, byte[] content) {}
