package dev.muster.security;

import org.springframework.boot.test.context.TestComponent;

/** Gives a test the key of a set-up link, which is otherwise only in the log. */
@TestComponent
public class SetupLinks {

    private final SetupLink link;

    SetupLinks(SetupLink link) {
        this.link = link;
    }

    public String fresh() {
        return link.renew();
    }
}
