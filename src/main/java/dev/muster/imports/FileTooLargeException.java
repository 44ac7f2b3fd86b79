package dev.muster.imports;

/** An uploaded file is larger than the hub takes. Nothing of it was kept. */
public class FileTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long limit;

    FileTooLargeException(String fileName, long limit) {
        super("%s is larger than %d bytes.".formatted(fileName, limit));
        this.limit = limit;
    }

    /** Returns the most bytes that a file may have. */
    public long limit() {
        return limit;
    }
}
