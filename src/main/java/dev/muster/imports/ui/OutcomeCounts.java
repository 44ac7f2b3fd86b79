package dev.muster.imports.ui;

import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.Outcome;

/** How many rows ended how. */
record OutcomeCounts(long created, long updated, long unchanged, long rejected) {

    static OutcomeCounts of(ImportSnapshot one) {
        return new OutcomeCounts(one.created(), one.updated(), one.unchanged(), one.rejected());
    }

    long of(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> created;
            case UPDATED -> updated;
            case UNCHANGED -> unchanged;
            case REJECTED -> rejected;
        };
    }

    long total() {
        return created + updated + unchanged + rejected;
    }
}
