package dev.muster.members.ui;

/** How much room a list has. */
enum Room {
    /** For all there is to say. */
    FULL,
    /** For what matters most: a form stands beside the list. */
    LESS,
    /** For one column, and for what is done with a row. */
    PHONE;

    private static final int PHONE_WIDTH = 600;
    private static final int TABLET_WIDTH = 1000;

    /**
     * Returns the room beside everything else.
     *
     * @param windowWidth in pixels; 0 until the browser has told it
     */
    static Room of(int windowWidth, boolean hasForm) {
        boolean isKnown = windowWidth > 0;
        if (isKnown && windowWidth <= PHONE_WIDTH) {
            return PHONE;
        }
        return hasForm || (isKnown && windowWidth < TABLET_WIDTH) ? LESS : FULL;
    }
}
