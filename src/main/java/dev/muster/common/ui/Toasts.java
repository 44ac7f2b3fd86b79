package dev.muster.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** Short notices at the bottom. What is done goes after five seconds; what failed stays until it is closed. */
public final class Toasts {

    private static final int DONE_MILLIS = 5_000;
    private static final int STAYS = 0;

    private Toasts() {}

    /** Says that something is done. */
    public static void done(String text) {
        toast(line(Icons.CHECK_CIRCLE, text)).open();
    }

    /**
     * Says that something is done and offers one step after it.
     *
     * @param actionText what the button says, such as {@code Undo}
     * @param action what it does, once; the notice closes
     */
    public static void done(String text, String actionText, Runnable action) {
        Div line = line(Icons.CHECK_CIRCLE, text);
        Notification toast = toast(line);
        var button = new Button(actionText, click -> {
            toast.close();
            action.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setDisableOnClick(true);
        line.add(button);
        toast.open();
    }

    /** Says what failed, at once and until closed. */
    public static void error(String text) {
        Div line = line(Icons.ERROR, text);
        line.addClassName("toast-error");
        Notification toast = toast(line);
        toast.setAssertive(true);
        toast.setDuration(STAYS);
        line.add(closeButton(toast));
        toast.open();
    }

    private static Div line(Icons icon, String text) {
        var words = new Span(text);
        words.addClassName("toast-text");
        var line = new Div(icon.create(), words);
        line.addClassName("toast");
        return line;
    }

    private static Notification toast(Div line) {
        var toast = new Notification(line);
        toast.setPosition(Position.BOTTOM_START);
        toast.setDuration(DONE_MILLIS);
        return toast;
    }

    private static Button closeButton(Notification toast) {
        var close = new Button(Icons.X.create(), click -> toast.close());
        String label = UI.getCurrent().getTranslation("common.toast.close");
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassName("aura-accent-neutral");
        close.setAriaLabel(label);
        close.setTooltipText(label);
        return close;
    }
}
