package dev.muster.faults;

import com.microsoft.playwright.Page;

/** Clicks that meet. */
final class Clicks {

    private static final double AHEAD_MILLIS = 500;

    private Clicks() {}

    /** Clicks the button of this name in the dialog of each of {@code pages}, all at the same moment. */
    static void atOnce(String button, Page... pages) {
        double moment = System.currentTimeMillis() + AHEAD_MILLIS;
        for (Page page : pages) {
            page.evaluate("""
                    ([name, moment]) => {
                      const button = [...document.querySelectorAll('vaadin-dialog vaadin-button')]
                          .find(one => one.textContent.trim() === name);
                      setTimeout(() => button.click(), moment - Date.now());
                    }""", new Object[] {button, moment});
        }
    }
}
