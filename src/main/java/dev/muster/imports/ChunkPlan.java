package dev.muster.imports;

import dev.muster.imports.ChunkOutcomes.RowOutcome;
import dev.muster.members.FieldChange;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that a chunk is going to write. Rows with the same address fold into one write; people come in the order of their
 * address keys, so that two imports at once take their locks in the same order.
 */
final class ChunkPlan {

    /** A message and the row it is about. */
    record PlacedIssue(long line, int seq, Issue issue) {}

    /**
     * What one row changed about a member who was in the hub already.
     *
     * @param document the changes, as {@link FieldChange#toDocument} writes them
     */
    record MemberChange(Person person, long line, String document) {}

    private record PlannedRow(
            long line, Outcome outcome, @Nullable Person person, int fingerprint) {}

    private final ImportRules rules;
    private final Instant now;
    private final Map<String, Person> people;
    private final Set<String> deletedKeys;
    private final List<PlannedRow> rows = new ArrayList<>();
    private final List<PlacedIssue> issues = new ArrayList<>();
    private final List<CsvRow> rejectedRows = new ArrayList<>();
    private final List<MemberChange> changes = new ArrayList<>();

    /**
     * Makes a plan in which nobody has a row yet.
     *
     * @param people everybody whom a row may be about, by address key
     * @param deletedKeys the addresses of deleted people
     */
    ChunkPlan(ImportRules rules, Instant now, List<Person> people, Set<String> deletedKeys) {
        this.rules = rules;
        this.now = now;
        this.people = LinkedHashMap.newLinkedHashMap(people.size());
        people.forEach(person -> this.people.put(person.key(), person));
        this.deletedKeys = deletedKeys;
    }

    /** Adds the next row of the file. */
    void add(CheckedRow row) {
        switch (row) {
            case CheckedRow.Rejected(CsvRow csv, List<Issue> found) -> reject(csv, found);
            case CheckedRow.PassedOver(CsvRow csv, List<Issue> found) -> passOver(csv, found);
            case CheckedRow.Accepted(CsvRow csv, Draft draft, List<Issue> found) -> decide(csv, draft, found);
        }
    }

    private void decide(CsvRow csv, Draft draft, List<Issue> found) {
        String key = draft.email().key();
        if (deletedKeys.contains(key)) {
            reject(csv, plus(found, List.of(Issue.ofRow(Issue.Kind.DELETED))));
            return;
        }
        Person person = Objects.requireNonNull(people.get(key));
        MemberState before = person.state();
        Decision decision =
                before == null ? Decision.ofNew(draft, rules, now) : Decision.ofKnown(before, draft, rules, now);
        List<Issue> all = plus(found, decision.issues());
        if (decision.outcome() == Outcome.REJECTED) {
            reject(csv, all);
            return;
        }
        if (person.firstLine() > 0) {
            all = plus(all, List.of(duplicate(draft, person.firstLine())));
        }
        person.apply(decision, csv.line());
        if (!decision.changes().isEmpty()) {
            changes.add(new MemberChange(person, csv.line(), FieldChange.toDocument(decision.changes())));
        }
        rows.add(new PlannedRow(csv.line(), decision.outcome(), person, fingerprint(decision, all)));
        place(csv.line(), all);
    }

    private static Issue duplicate(Draft draft, long line) {
        return Issue.ofCell(Issue.Kind.DUPLICATE, "Email", draft.email().shown(), Long.toString(line));
    }

    private void passOver(CsvRow csv, List<Issue> found) {
        rows.add(new PlannedRow(csv.line(), Outcome.UNCHANGED, null, fingerprint(Decision.PASSED_OVER, found)));
        place(csv.line(), found);
    }

    private void reject(CsvRow csv, List<Issue> found) {
        rows.add(new PlannedRow(csv.line(), Outcome.REJECTED, null, fingerprint(Decision.REJECTED, found)));
        rejectedRows.add(csv);
        place(csv.line(), found);
    }

    /** Sums up what becomes of a row. By values alone: a field or a group that the import creates has no id before. */
    private static int fingerprint(Decision decision, List<Issue> issues) {
        int sum = 31 * decision.outcome().name().hashCode() + Boolean.hashCode(decision.invites());
        for (FieldChange change : decision.changes()) {
            sum += 31 * change.before().hashCode() + change.after().hashCode();
        }
        for (Issue issue : issues) {
            if (issue.kind().isSaidByBoth()) {
                sum += 17 * issue.kind().name().hashCode() + issue.arguments().hashCode();
            }
        }
        return sum;
    }

    /** Returns what sums up each row, four bytes a row in the file's order. */
    byte[] fingerprints() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * rows.size());
        rows.forEach(row -> bytes.putInt(row.fingerprint()));
        return bytes.array();
    }

    /** Notes the rows of which a check, whose sums are given by line, said something else. */
    void compare(Map<Long, Integer> checked) {
        Map<Long, Integer> next = new HashMap<>();
        issues.forEach(placed -> next.merge(placed.line(), placed.seq() + 1, Math::max));
        for (PlannedRow row : rows) {
            Integer before = checked.get(row.line());
            if (before != null && before != row.fingerprint()) {
                issues.add(new PlacedIssue(
                        row.line(), next.getOrDefault(row.line(), 0), Issue.ofRow(Issue.Kind.CHANGED_SINCE_CHECK)));
            }
        }
    }

    private void place(long line, List<Issue> found) {
        for (int seq = 0; seq < found.size(); seq++) {
            issues.add(new PlacedIssue(line, seq, found.get(seq)));
        }
    }

    private static List<Issue> plus(List<Issue> first, List<Issue> second) {
        if (second.isEmpty()) {
            return first;
        }
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    Instant now() {
        return now;
    }

    /** Returns those of {@code keys} who are in the hub once the plan is carried out, as the chunk after it finds them. */
    Map<String, Person> afterwards(List<String> keys) {
        var afterwards = new HashMap<String, Person>();
        for (String key : keys) {
            Person person = people.get(key);
            if (person != null && person.state() != null) {
                afterwards.put(key, person.afterwards());
            }
        }
        return afterwards;
    }

    /** Returns who comes into the hub, by address key. */
    List<Person> created() {
        return people.values().stream().filter(Person::isCreated).toList();
    }

    /** Returns whose row changes, by address key. */
    List<Person> updated() {
        return people.values().stream().filter(Person::isUpdated).toList();
    }

    /** Returns whose row is written, new or changed, by address key. */
    List<Person> written() {
        return people.values().stream()
                .filter(person -> person.isCreated() || person.isUpdated())
                .toList();
    }

    /** Returns who was in the hub and gets something by the chunk, if only a group, by address key. */
    List<Person> touched() {
        return people.values().stream().filter(Person::isTouched).toList();
    }

    /** Returns those whom the plan takes as an earlier chunk was going to leave them, by address key. */
    List<Person> assumed() {
        return people.values().stream().filter(Person::isAssumed).toList();
    }

    /** Returns who is in the hub after the chunk, by address key. */
    List<Person> present() {
        return people.values().stream().filter(person -> person.state() != null).toList();
    }

    List<Person> invited() {
        return people.values().stream().filter(Person::isInvited).toList();
    }

    List<MemberChange> changes() {
        return changes;
    }

    List<PlacedIssue> issues() {
        return issues;
    }

    List<CsvRow> rejectedRows() {
        return rejectedRows;
    }

    /** Returns what became of each row, in the file's order; only after everybody has an id. */
    List<RowOutcome> outcomes() {
        return rows.stream()
                .map(row -> new RowOutcome(
                        row.line(),
                        row.outcome(),
                        row.person() == null ? 0 : row.person().id()))
                .toList();
    }

    /** Returns what the chunk adds to the import's counters. */
    Tally tally() {
        Map<Outcome, Integer> times = new HashMap<>();
        rows.forEach(row -> times.merge(row.outcome(), 1, Integer::sum));
        return new Tally(
                times.getOrDefault(Outcome.CREATED, 0),
                times.getOrDefault(Outcome.UPDATED, 0),
                times.getOrDefault(Outcome.UNCHANGED, 0),
                times.getOrDefault(Outcome.REJECTED, 0),
                count(issue -> issue.kind().severity() == Severity.WARNING),
                count(issue -> issue.kind() == Issue.Kind.ALREADY_TAKEN),
                invited().size());
    }

    private int count(Predicate<Issue> wanted) {
        return (int)
                issues.stream().filter(placed -> wanted.test(placed.issue())).count();
    }
}
