package dev.muster.imports;

/** Why an import that is on its way writes no rows at the moment. */
public enum ImportDelay {
    /** It has not begun, and another import is being worked on. */
    ANOTHER_IMPORT,

    /** The database cannot be reached; it goes on by itself. */
    DATABASE,

    /** It was cut off in the middle, and has been taken up again without having written anything yet. */
    RESTART
}
