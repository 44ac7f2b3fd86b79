package dev.muster.api;

import dev.muster.common.Catalogue;

/** Checks that numbers of a request are neither too small nor too large. */
final class Limits {

    /** The most items of a page. */
    static final int MOST = 1000;

    private final Catalogue texts;
    private final Findings findings;

    Limits(Catalogue texts) {
        this.texts = texts;
        this.findings = new Findings(texts);
    }

    /** Notes where {@code found} is not within the limits, both of which are allowed. */
    void require(String where, int found, int least, int most) {
        if (found < least || found > most) {
            findings.wrong(where, texts.text("api.expected.between", least, most), found);
        }
    }

    void refuseIfAny() {
        findings.refuseIfAny();
    }
}
