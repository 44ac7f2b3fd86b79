package dev.muster.members.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.common.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the index says, against what a look at each member says. */
class ContentTest {

    private static final int MEMBERS = 20_000;
    private static final List<String> NAMES = List.of("Ann", "Béatrice", "Zoë Sørensen", "annette", "Łukasz", "Bo");

    private final Random random = new Random(42);
    private final Map<Long, IndexedMember> members = new TreeMap<>();
    private final Content content = new Content();

    private void fill() {
        var some = new ArrayList<IndexedMember>();
        for (long id = 1; id <= MEMBERS; id++) {
            some.add(member(id));
            if (some.size() == Page.SIZE || id == MEMBERS) {
                content.fill(some);
                some.clear();
            }
        }
        content.sort(1);
    }

    private IndexedMember member(long id) {
        String text = "%s %d\n%s\na%d@example.com\n"
                .formatted(
                        Folding.fold(NAMES.get(random.nextInt(NAMES.size()))),
                        random.nextInt(1000),
                        random.nextInt(3) == 0 ? "" : "company " + random.nextInt(50),
                        id);
        long invited = random.nextBoolean() ? IndexedMember.NEVER : random.nextInt(100);
        var terms = new ArrayList<Long>();
        terms.add(Term.segment(random.nextInt(10) == 0 ? -1 : 1 + random.nextInt(3)));
        terms.add(Term.group(random.nextInt(300)));
        terms.add(Term.value(7, "v" + random.nextInt(2)));
        var member = new IndexedMember(id, 1, random.nextInt(500), IndexedMember.NEVER, invited, text, terms);
        members.put(id, member);
        return member;
    }

    private void change(int round, int count) {
        var touched = new TreeSet<Long>();
        var now = new ArrayList<IndexedMember>();
        for (int i = 0; i < count; i++) {
            long id = random.nextLong(1, MEMBERS + 1000L * round);
            if (!touched.add(id)) {
                continue;
            }
            if (random.nextInt(5) == 0) {
                members.remove(id);
            } else {
                now.add(member(id));
            }
        }
        content.change(touched, now, round);
    }

    @Test
    void findsCountsAndSortsAsALookAtEachMemberDoes() {
        fill();
        compare();
        for (int round = 2; round < 6; round++) {
            change(round, round == 4 ? 12_000 : 1 + 300 * (round - 2));
            compare();
        }
        assertThat(content.members()).isEqualTo(members.size());
        assertThat(content.marks()).isEqualTo(members.size());
    }

    private void compare() {
        compare(Wanted.ALL, _ -> true);
        compare(Wanted.ALL.with(Set.of(Term.group(7))), has(Term.group(7)));
        compare(
                Wanted.ALL.with(Set.of(Term.group(7), Term.group(9))),
                has(Term.group(7)).or(has(Term.group(9))));
        compare(Wanted.ALL.with(Set.of(Term.value(7, "v1"))), has(Term.value(7, "v1")));
        compare(
                Wanted.ALL.without(Term.value(7, "v1")),
                has(Term.value(7, "v1")).negate());
        compare(Wanted.ALL.with(Set.of(Term.value(8, "v1"))), _ -> false);
        for (String word :
                List.of("a", "o", "ø", "nn", "ny", "zoe", "Sorensen 12", "lukasz", "annett", "@example.com")) {
            compare(Wanted.ALL.withWords(List.of(word)), member -> member.text().contains(Folding.fold(word)));
        }
    }

    private static Predicate<IndexedMember> has(long term) {
        return member -> member.terms().contains(term);
    }

    private void compare(Wanted wanted, Predicate<IndexedMember> condition) {
        var found = new Found(content, wanted);
        Predicate<IndexedMember> shown = condition.and(has(Term.segment(-1)).negate());
        for (Set<Integer> segments : List.of(Set.of(1, 2, 3), Set.of(2), Set.of(1, 3))) {
            List<IndexedMember> expected = members.values().stream()
                    .filter(shown.and(member -> segments.stream()
                            .anyMatch(one -> has(Term.segment(one)).test(member))))
                    .toList();
            assertThat(segments.stream().mapToLong(found::of).sum()).isEqualTo(expected.size());
            assertThat(found.ids(segments)).hasSize(expected.size());
            comparePages(found, segments, expected);
        }
    }

    private static String line(IndexedMember member, int number) {
        return member.text().lines().skip(number).findFirst().orElseThrow();
    }

    private void comparePages(Found found, Set<Integer> segments, List<IndexedMember> expected) {
        Map<SortKey, Comparator<IndexedMember>> orders = Map.of(
                SortKey.NAME, Comparator.comparing(member -> line(member, 0)),
                SortKey.COMPANY, Comparator.comparing(member -> line(member, 1)),
                SortKey.CREATED, Comparator.comparingLong(IndexedMember::created),
                SortKey.INVITED, Comparator.comparingLong(IndexedMember::invited));
        SortKey key = new ArrayList<>(new HashSet<>(orders.keySet())).get(random.nextInt(orders.size()));
        boolean descending = random.nextBoolean();
        Comparator<IndexedMember> order =
                Objects.requireNonNull(orders.get(key)).thenComparingLong(IndexedMember::id);
        List<Long> ids = expected.stream()
                .sorted(descending ? order.reversed() : order)
                .map(IndexedMember::id)
                .toList();
        for (int offset : new int[] {0, ids.size() / 3, ids.size() - 7, ids.size() + 3}) {
            int from = Math.clamp(offset, 0, ids.size());
            assertThat(found.page(new Listing(segments, key, List.of(), descending), Math.max(0, offset), 50))
                    .as("%s of %s from %d", key, segments, offset)
                    .isEqualTo(ids.subList(from, Math.min(ids.size(), from + 50)));
        }
    }

    @Test
    void touchesAreWrittenInAFewBytesEach() {
        var touched = new TreeSet<>(Set.of(1L, 2L, 127L, 128L, 5_000_000_000L));
        var read = new TreeSet<Long>();

        byte[] document = MemberTouches.encode(touched);
        MemberTouches.decode(document, read);

        assertThat(read).isEqualTo(touched);
        assertThat(document).hasSize(9);
    }
}
