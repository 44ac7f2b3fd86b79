package dev.muster.bench;

import dev.muster.bench.PageCases.PageCase;
import dev.muster.members.ChangeOutcome;
import dev.muster.members.GroupId;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSelection;
import dev.muster.members.MemberTaskProgress;
import dev.muster.members.MembersDesk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long pages take while the hub is at work, beside how long they take while it rests: during an import, and during a
 * change to a tenth of all members. One question after the other is asked, as long as the work goes on.
 */
final class BusyPages {

    static final int ROWS = 200_000;

    private static final double GATE = 3;
    private static final int WARM_ROUNDS = 10;
    private static final int ROUNDS = 30;
    private static final long PAUSE_MILLIS = 20;
    private static final List<String> QUESTIONS = List.of(
            "Advocates: counts",
            "Advocates: any place, sorted by NAME",
            "Advocates: filter value of 1 in 500",
            "Advocates: search last name",
            "Invite List: any place",
            "Import: any place, one error");

    private final PagesHub hub;
    private final BenchReport report;
    private final String database;
    private final Random random = new Random(BenchPlan.SEED);
    private final List<PageCase> cases = Stream.concat(PageCases.all().stream(), ResultCases.all().stream())
            .filter(each -> QUESTIONS.contains(each.name()))
            .toList();

    BusyPages(PagesHub hub, BenchReport report, String database) {
        this.hub = hub;
        this.report = report;
        this.database = database;
    }

    void run(BenchFiles files) throws Exception {
        hub.actAsAdministrator();
        for (int round = 0; round < WARM_ROUNDS; round++) {
            askAll(new HashMap<>());
        }
        Map<String, List<Double>> idle = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            askAll(idle);
        }
        compare("during a change to many members", idle, this::changeMany);
        try (var client = new HubClient("http://127.0.0.1:" + hub.port())) {
            String path = client.upload(files.contacts(ROWS), Map.of());
            compare("during an import", idle, () -> isAtWork(client, path));
        }
    }

    private static boolean isAtWork(HubClient client, String path) throws Exception {
        String state = client.get(path).get("state").asString();
        if (state.equals("FAILED")) {
            throw new IllegalStateException("The import failed: " + client.text(path));
        }
        return !state.equals("COMPLETED");
    }

    /** Asks as long as {@code isAtWork}, and notes how much longer that took. */
    private void compare(String when, Map<String, List<Double>> idle, Callable<Boolean> isAtWork) throws Exception {
        Map<String, List<Double>> busy = new HashMap<>();
        long start = System.nanoTime();
        while (isAtWork.call()) {
            askAll(busy);
        }
        System.out.printf("  %s, %s: %.1f s%n", database, when, (System.nanoTime() - start) / 1e9);
        for (PageCase each : cases) {
            List<Double> during = busy.getOrDefault(each.name(), List.of());
            if (during.isEmpty()) {
                report.note("p95 %s, %s, %s".formatted(when, database, each.name()), "too short to ask");
                continue;
            }
            double ratio = PagesBench.p95(during) / PagesBench.p95(idle.getOrDefault(each.name(), List.of()));
            String said = "%8.1f ms %8.1f ms  %6.2f%s  (asked %d times)"
                    .formatted(
                            PagesBench.p95(idle.getOrDefault(each.name(), List.of())),
                            PagesBench.p95(during),
                            ratio,
                            ratio > GATE ? "  MISSED" : "",
                            during.size());
            System.out.printf("  %-62s %s%n", each.name(), said);
            report.note("p95 idle and %s, %s, %s".formatted(when, database, each.name()), said);
        }
    }

    private void askAll(Map<String, List<Double>> millis) throws InterruptedException {
        for (PageCase each : cases) {
            long start = System.nanoTime();
            each.question().ask(hub, random);
            millis.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private ChangeOutcome.@Nullable Started started;
    private final Set<Long> seen = new HashSet<>();
    private long startedAt;

    /** Starts the change when it is called first; tells whether it is still going on. */
    private boolean changeMany() {
        var desk = hub.bean(MembersDesk.class);
        if (started == null) {
            startedAt = System.nanoTime();
            var tenth = MemberQuery.DEFAULT
                    .withSegment(MemberSegment.ALL)
                    .withFilter(MemberFilter.NONE.withGroups(Set.of(new GroupId(MemberFill.FIRST_GROUP))));
            var change = new MemberChange(
                    MemberChange.Kind.ADD_TO_GROUP, new GroupId(MemberFill.FIRST_GROUP + MemberFill.GROUPS - 1));
            started = (ChangeOutcome.Started) desk.change(new MemberSelection.AllThat(tenth, Set.of()), change);
            System.out.printf(
                    "  a change to %,d members is started after %.2f s%n",
                    started.total(), (System.nanoTime() - startedAt) / 1e9);
        }
        MemberTaskProgress progress = desk.progress(started.task()).orElseThrow();
        seen.add(progress.done());
        if (progress.finished()) {
            report.add(
                    "%s: change to a tenth of all members, a job".formatted(database),
                    (int) progress.total(),
                    (System.nanoTime() - startedAt) / 1e9);
            report.note("%s, values of its progress that were seen".formatted(database), Integer.toString(seen.size()));
            if (progress.done() != progress.total()) {
                throw new IllegalStateException("The change ended early: " + progress);
            }
        }
        return !progress.finished();
    }
}
