package dev.muster.imports;

import java.nio.file.Path;

/** The disk is all but full. What was begun waits or is refused, and leaves nothing half done. */
public class NoRoomException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoRoomException(Path data) {
        super("Too little room is left on the disk of %s.".formatted(data));
    }
}
