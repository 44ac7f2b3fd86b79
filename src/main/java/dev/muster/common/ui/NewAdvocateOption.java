package dev.muster.common.ui;

import java.util.Optional;

/** Something that a feature offers to do with an advocate who is added by hand: a box of that dialog. A bean. */
public interface NewAdvocateOption {

    /** Returns the key of the box's text. */
    String labelKey();

    /** Tells whether whoever is logged in may do this. */
    boolean isOffered();

    /** Returns, in a sentence for people, why it cannot be done now; empty where it can. */
    Optional<String> obstacle();

    /**
     * Does it, once the advocate is in the hub.
     *
     * @param member the number of the member
     */
    void run(long member);
}
