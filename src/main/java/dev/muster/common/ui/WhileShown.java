package dev.muster.common.ui;

import com.vaadin.flow.component.Component;
import dev.muster.common.Lookout.Watch;
import java.util.function.Function;

/** Keeps what a page shows up with what changes elsewhere. */
public final class WhileShown {

    private WhileShown() {}

    /**
     * Has {@code onNews} told of each change for as long as {@code shown} is on a page, where it may change the page.
     *
     * @param pulse has a watcher told, until the watch is closed
     */
    public static void follow(Component shown, Function<Runnable, ? extends Watch> pulse, Runnable onNews) {
        shown.addAttachListener(attach -> {
            // The news come on the thread of the pulse, which must not wait for this page.
            Watch watch = pulse.apply(attach.getUI().accessLater(onNews::run, () -> {}));
            shown.addDetachListener(detach -> {
                detach.unregisterListener();
                watch.close();
            });
        });
    }
}
