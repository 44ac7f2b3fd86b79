package dev.muster.mail.ui;

import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.IFrame.SandboxType;

/** A mail as its receiver sees it. It can run nothing and reach nothing of the page; its links open new tabs. */
final class MailFrame extends IFrame {

    /**
     * Creates the frame.
     *
     * @param html a whole page
     * @param title what screen readers call it
     */
    MailFrame(String html, String title) {
        setSandbox(SandboxType.ALLOW_POPUPS, SandboxType.ALLOW_POPUPS_TO_ESCAPE_SANDBOX);
        getElement().setAttribute("referrerpolicy", "no-referrer");
        setTitle(title);
        setSrcdoc(html);
        addClassName("mail-frame");
    }
}
