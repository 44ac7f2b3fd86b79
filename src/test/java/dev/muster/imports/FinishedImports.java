package dev.muster.imports;

import org.springframework.context.ApplicationContext;

/** Imports for tests of pages, which do not see the job that runs them. Act as a user first. */
public final class FinishedImports {

    private final ImportKit kit;

    public FinishedImports(ApplicationContext application) {
        kit = new ImportKit(application);
    }

    /** Imports {@code csv} as customers.csv to its end. */
    public ImportSnapshot run(String csv) {
        return kit.run(csv);
    }

    /** Imports {@code csv} as customers.csv to its end, as {@code settings} say. */
    public ImportSnapshot run(String csv, ImportSettings settings) {
        return kit.run(csv, settings);
    }

    /** Goes on with an import that was started on a page. */
    public ImportSnapshot run(ImportId id) {
        return kit.run(id);
    }
}
