package dev.muster.security;

/** A text was sealed with another secret than the hub has now, or was changed since. */
public final class OtherSecretException extends RuntimeException {

    OtherSecretException(Throwable cause) {
        super(
                "A sealed text cannot be opened: MUSTER_SECRET, or the key file, is not the one it was sealed with.",
                cause);
    }
}
