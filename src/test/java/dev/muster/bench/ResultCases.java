package dev.muster.bench;

import dev.muster.bench.PageCases.PageCase;
import dev.muster.imports.CheckResults;
import dev.muster.imports.ImportFill;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportResults;
import dev.muster.imports.KeptFilter;
import dev.muster.imports.KeptReason;
import dev.muster.imports.Outcome;
import dev.muster.imports.RowFilter;
import dev.muster.imports.RowsToFix;
import dev.muster.imports.UndoResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Everything that a person can ask the rows of an import, or of a check, for. */
final class ResultCases {

    private static final int PAGE = 50;
    private static final String INVALID = "imports.issue.email-invalid";
    private static final ImportId ORDINARY = new ImportId(ImportFill.ORDINARY);
    private static final ImportId FAULTY = new ImportId(ImportFill.FAULTY);
    private static final ImportId CHECK = new ImportId(ImportFill.CHECK);
    private static final ImportId UNDO = new ImportId(ImportFill.UNDO);

    private ResultCases() {}

    static List<PageCase> all() {
        var cases = new ArrayList<PageCase>();
        cases.add(new PageCase(
                "Import: what its messages say",
                (hub, _) -> hub.bean(ImportResults.class).issueGroups(ORDINARY)));
        cases.add(rows("all rows", ORDINARY, _ -> RowFilter.ALL));
        cases.add(rows("created", ORDINARY, _ -> new RowFilter(Outcome.CREATED, null, "")));
        cases.add(rows("rejected", ORDINARY, _ -> new RowFilter(Outcome.REJECTED, null, "")));
        cases.add(rows("one error", ORDINARY, _ -> new RowFilter(null, INVALID, "")));
        cases.add(rows("one warning", ORDINARY, _ -> new RowFilter(null, "imports.issue.value-blank", "")));
        cases.add(rows(
                "created with one warning",
                ORDINARY,
                _ -> new RowFilter(Outcome.CREATED, "imports.issue.value-blank", "")));
        cases.add(
                rows("search for a name", ORDINARY, random -> search(one(random, "lindaqvist", "satoski", "okonumb"))));
        cases.add(rows("search for nobody", ORDINARY, random -> search("xyzzy" + random.nextInt(1000))));
        cases.add(rows("search for a line", ORDINARY, random -> search("" + (2 + random.nextInt(9_000)))));
        cases.add(new PageCase(
                "Import, all faulty: what its messages say",
                (hub, _) -> hub.bean(ImportResults.class).issueGroups(FAULTY)));
        cases.add(rows("all faulty, one error", FAULTY, _ -> new RowFilter(null, INVALID, "")));
        cases.add(rows("all faulty, search", FAULTY, random -> search("qvist " + (10 + random.nextInt(89)))));
        cases.add(issues());
        cases.add(created("new members", ""));
        cases.add(created("new members, search", "lindaqvist"));
        cases.add(updated("changes", ""));
        cases.add(rightAgain("rejected rows", _ -> RowFilter.ALL));
        cases.add(rightAgain("one error", _ -> new RowFilter(null, INVALID, "")));
        cases.add(rightAgain("search", random -> search("qvist " + (10 + random.nextInt(89)))));
        cases.add(new PageCase(
                "Undo: why things were kept",
                (hub, _) -> hub.bean(UndoResults.class).counts(UNDO)));
        cases.add(kept("all", _ -> KeptFilter.ALL));
        cases.add(kept("one reason", _ -> new KeptFilter(KeptReason.JOINED, "")));
        cases.add(kept("search", random -> new KeptFilter(null, one(random, "lindaqvist", "satoski", "okonumb"))));
        return cases;
    }

    private static RowFilter search(String words) {
        return new RowFilter(null, null, words);
    }

    private static PageCase rows(String name, ImportId id, Function<Random, RowFilter> filters) {
        return new PageCase("Import: any place, " + name, (hub, random) -> {
            var results = hub.bean(ImportResults.class);
            RowFilter filter = filters.apply(random);
            results.rows(id, filter, place(random, results.count(id, filter)), PAGE);
        });
    }

    private static PageCase issues() {
        return new PageCase("Import: messages by the API, any place", (hub, random) -> {
            var results = hub.bean(ImportResults.class);
            results.issues(FAULTY, place(random, results.countIssues(FAULTY)), PAGE);
        });
    }

    private static PageCase created(String name, String search) {
        return new PageCase("Check: any place, " + name, (hub, random) -> {
            var results = hub.bean(CheckResults.class);
            results.created(CHECK, search, place(random, results.countCreated(CHECK, search)), PAGE);
        });
    }

    private static PageCase updated(String name, String search) {
        return new PageCase("Check: any place, " + name, (hub, random) -> {
            var results = hub.bean(CheckResults.class);
            results.updated(CHECK, search, place(random, results.countUpdated(CHECK, search)), PAGE);
        });
    }

    private static PageCase rightAgain(String name, Function<Random, RowFilter> filters) {
        return new PageCase("Fix here: any place, " + name, (hub, random) -> {
            var desk = hub.bean(RowsToFix.class);
            RowFilter filter = filters.apply(random);
            desk.rows(FAULTY, filter, place(random, desk.count(FAULTY, filter)), PAGE);
        });
    }

    private static PageCase kept(String name, Function<Random, KeptFilter> filters) {
        return new PageCase("Undo: kept, any place, " + name, (hub, random) -> {
            var results = hub.bean(UndoResults.class);
            KeptFilter filter = filters.apply(random);
            results.kept(UNDO, filter, place(random, results.count(UNDO, filter)), PAGE);
        });
    }

    private static int place(Random random, long count) {
        return (int) random.nextLong(Math.max(1, count - PAGE));
    }

    private static String one(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
