package dev.muster.mail;

/** What came of handing one letter to the mail server; {@code words} are the server's, or the connection's, own. */
sealed interface Delivery {

    String words();

    /** The server took it. */
    record Sent(String words) implements Delivery {}

    /** The server did not take it, and may later. */
    record Deferred(String words) implements Delivery {}

    /** The server takes no letter at all, whichever it is: that does not count against this one. */
    record NotTaken(String words) implements Delivery {}

    /** The server refused it for good. */
    record Bounced(String words) implements Delivery {}

    /** All of it went out, but the connection broke before the answer came. */
    record Unknown(String words) implements Delivery {}
}
