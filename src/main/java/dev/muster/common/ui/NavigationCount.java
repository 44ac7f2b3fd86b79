package dev.muster.common.ui;

import dev.muster.common.Lookout;
import java.util.OptionalLong;

/** The number beside an entry of the navigation, such as the mails that need attention. A bean of the feature. */
public interface NavigationCount {

    /** Returns the path of the entry, as in its {@code @Route}, without a leading slash. */
    String path();

    /** Returns the number to show, or empty where nothing needs to be said. Must be quick: it is asked on each page. */
    OptionalLong count();

    /**
     * Has {@code onNews} told whenever the number may be another, until the watch is closed: every open page then asks for
     * it. One that is not followed, or would be too often, is right when a page is opened.
     */
    default Lookout.Watch watch(Runnable onNews) {
        return () -> {};
    }
}
