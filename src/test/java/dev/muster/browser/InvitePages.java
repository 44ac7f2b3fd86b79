package dev.muster.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** What an administrator does on the Invite List, found by the words that people see. */
final class InvitePages {

    private final RunningApp app;
    private final Page page;

    InvitePages(RunningApp app, Page page) {
        this.app = app;
        this.page = page;
    }

    void open() {
        page.navigate(app.url("/invite-list"));
        page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Invite Contacts"))
                .waitFor();
    }

    /** Chooses the contacts with these names. */
    void choose(String... names) {
        for (String name : names) {
            box(name).check();
        }
        page.getByText("%d selected".formatted(names.length)).waitFor();
    }

    /** Returns the box in front of the contact with this name. */
    Locator box(String name) {
        return page.getByRole(
                AriaRole.CHECKBOX,
                new GetByRoleOptions().setName("Select " + name).setExact(true));
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .locator("visible=true")
                .last()
                .click();
    }

    /** Returns the line under the heading, which counts the list. */
    Locator count(int contacts) {
        return page.getByText("%d active contacts, never invited".formatted(contacts));
    }

    /** Returns the text of the letter that the pop-up shows. */
    Locator preview() {
        return page.frameLocator("iframe[title='Preview of the invitation']").locator("body");
    }

    Page page() {
        return page;
    }
}
