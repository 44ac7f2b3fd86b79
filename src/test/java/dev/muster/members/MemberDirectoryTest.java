package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

@ServiceTest
class MemberDirectoryTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final MemberQuery ALL = MemberQuery.DEFAULT.withSegment(MemberSegment.ALL);

    @Autowired
    MemberDirectory directory;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void actAsViewer() {
        users.actAs("Vera Viewer", Role.VIEWER);
    }

    /** Says to the index, where there is one, that members were changed behind its back. */
    private void changed() {
        jdbc.sql("UPDATE pulse SET beat = beat + 1 WHERE topic = 'touches'").update();
    }

    private void someMembers() {
        StoredMember.contact(1, "Béatrice Fournier", "B.Fournier@maison-claire.example")
                .at("Maison Claire")
                .joined(NOON)
                .in(jdbc);
        StoredMember.contact(2, "aylin Demirtaş", "aylin@orbitel.example")
                .at("Orbitel 100%")
                .joined(NOON.plusSeconds(60))
                .in(jdbc);
        StoredMember.contact(3, "Chidi Okonkwo", "chidi_o@kinetica.example").in(jdbc);
        StoredMember.contact(4, "Daniela Muñoz", "daniela@puertoverde.example")
                .at("Puerto Verde")
                .nominee()
                .in(jdbc);
        StoredMember.contact(5, "Emil Sørensen", "emil@fjord.example")
                .archived(NOON)
                .in(jdbc);
        StoredMember.contact(6, "Fatima Al-Sayed", "fatima@noor.example")
                .joined(NOON)
                .locked(NOON)
                .in(jdbc);
        StoredMember.contact(7, "Grace Whitfield", "grace@halden.example")
                .nominee()
                .joined(NOON.plusSeconds(30))
                .in(jdbc);
    }

    @Test
    void showsASegmentByNameWithoutArchivedAndLocked() {
        someMembers();

        assertThat(names(MemberQuery.DEFAULT))
                .containsExactly("aylin Demirtaş", "Béatrice Fournier", "Grace Whitfield");
        assertThat(names(ALL.withSegment(MemberSegment.NOT_JOINED))).containsExactly("Chidi Okonkwo");
        assertThat(names(ALL.withSegment(MemberSegment.NOMINEES))).containsExactly("Daniela Muñoz");
        assertThat(names(ALL))
                .containsExactly(
                        "aylin Demirtaş", "Béatrice Fournier", "Chidi Okonkwo", "Daniela Muñoz", "Grace Whitfield");
        assertThat(directory.counts(ALL)).isEqualTo(new SegmentCounts(3, 1, 1));
    }

    @Test
    void searchesNameAddressAndCompanyWithoutRegardToCase() {
        someMembers();

        assertThat(names(ALL.withSearch("BÉATRICE"))).containsExactly("Béatrice Fournier");
        assertThat(names(ALL.withSearch("fournier@MAISON"))).containsExactly("Béatrice Fournier");
        assertThat(names(ALL.withSearch("puerto daniela"))).containsExactly("Daniela Muñoz");
        assertThat(names(ALL.withSearch("orbitel 100%"))).containsExactly("aylin Demirtaş");
        assertThat(directory.counts(ALL.withSearch("example"))).isEqualTo(new SegmentCounts(3, 1, 1));
        assertThat(directory.counts(ALL.withSearch("nobody"))).isEqualTo(new SegmentCounts(0, 0, 0));
    }

    @Test
    void searchesWithoutRegardToAccents() {
        someMembers();

        assertThat(names(ALL.withSearch("beatrice"))).containsExactly("Béatrice Fournier");
        assertThat(names(ALL.withSearch("béatrìce"))).containsExactly("Béatrice Fournier");
        assertThat(names(ALL.withSearch("munoz"))).containsExactly("Daniela Muñoz");
        assertThat(names(ALL.withSearch("DEMIRTAS"))).containsExactly("aylin Demirtaş");
        assertThat(names(ALL.withSearch("örbitel"))).containsExactly("aylin Demirtaş");
    }

    @Test
    void takesWildcardsForWhatTheyAre() {
        someMembers();

        assertThat(names(ALL.withSearch("%"))).containsExactly("aylin Demirtaş");
        assertThat(names(ALL.withSearch("_"))).containsExactly("Chidi Okonkwo");
        assertThat(names(ALL.withSearch("!"))).isEmpty();
        assertThat(names(ALL.withSearch("' OR 1=1 --"))).isEmpty();
    }

    @Test
    void sortsByStatusAndByMoments() {
        someMembers();

        assertThat(ids(ALL.sortedBy(MemberSort.STATUS, false))).containsExactly(2L, 1L, 7L, 3L, 4L);
        assertThat(ids(ALL.sortedBy(MemberSort.JOINED, true))).containsExactly(2L, 7L, 1L, 4L, 3L);
        assertThat(ids(ALL.sortedBy(MemberSort.COMPANY, false))).containsExactly(3L, 7L, 1L, 2L, 4L);
        assertThat(ids(ALL.sortedBy(MemberSort.ADDED, true))).containsExactly(7L, 4L, 3L, 2L, 1L);
    }

    @ParameterizedTest
    @EnumSource(MemberSort.class)
    void aSeekFindsWhatAnOffsetWould(MemberSort sort) {
        manyMembers(700);
        for (boolean descending : new boolean[] {false, true}) {
            for (MemberSegment segment : MemberSegment.values()) {
                MemberQuery query = ALL.withSegment(segment).sortedBy(sort, descending);
                List<Long> byOffset = directory.page(query, new PageBoundaries(), 0, 1000).stream()
                        .map(row -> row.id().value())
                        .toList();

                assertThat(byPages(query, 90))
                        .as("%s %s %s", sort, segment, descending)
                        .isEqualTo(byOffset)
                        .hasSize((int) directory.counts(ALL).of(segment));
            }
        }
    }

    @Test
    void jumpsBackAndForth() {
        manyMembers(700);
        var boundaries = new PageBoundaries();
        List<MemberRow> all = directory.page(ALL, new PageBoundaries(), 0, 1000);

        for (int offset : new int[] {0, 50, 400, 450, 250, 600, 10, 640}) {
            assertThat(directory.page(ALL, boundaries, offset, 50))
                    .isEqualTo(all.subList(offset, Math.min(offset + 50, all.size())));
        }
    }

    @Test
    void namesTheGroupsOfAPage() {
        someMembers();
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at) VALUES
                        (1, 0, 'EMEA', 'emea', FALSE, '2026-11-01 10:00:00'),
                        (2, 0, 'Beta', 'beta', FALSE, '2026-11-01 10:00:00')""").update();
        jdbc.sql("""
                        INSERT INTO membership (member_id, group_id, added_at) VALUES
                        (3, 1, '2026-11-01 10:00:00'), (3, 2, '2026-11-01 10:00:00')""").update();
        changed();

        assertThat(directory.page(ALL, new PageBoundaries(), 0, 50))
                .extracting(MemberRow::groups)
                .containsExactly(List.of(), List.of(), List.of("Beta", "EMEA"), List.of(), List.of());
    }

    @Test
    void narrowsToGroupSourceInvitationAndImport() {
        someMembers();
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at) VALUES
                        (1, 0, 'EMEA', 'emea', FALSE, '2026-11-01 10:00:00')""").update();
        jdbc.sql("INSERT INTO membership (member_id, group_id, added_at) VALUES (3, 1, '2026-11-01 10:00:00')")
                .update();
        jdbc.sql("UPDATE member SET source = 'API' WHERE id = 2").update();
        jdbc.sql("UPDATE member SET import_id = 77 WHERE id = 4").update();
        jdbc.sql("UPDATE member SET last_invited_at = '2020-01-01 10:00:00' WHERE id = 3")
                .update();
        MemberFilter none = MemberFilter.NONE;

        assertThat(ids(ALL.withFilter(none.withGroups(Set.of(new GroupId(1)))))).containsExactly(3L);
        assertThat(ids(ALL.withFilter(none.withSources(Set.of(MemberSource.API)))))
                .containsExactly(2L);
        assertThat(ids(ALL.withFilter(none.withImport(77L)))).containsExactly(4L);
        assertThat(ids(ALL.withFilter(none.withInvited(MemberFilter.InvitedWhen.EARLIER))))
                .containsExactly(3L);
        assertThat(ids(ALL.withFilter(none.withInvited(MemberFilter.InvitedWhen.WEEK))))
                .isEmpty();
        assertThat(ids(ALL.withFilter(none.withInvited(MemberFilter.InvitedWhen.NEVER))))
                .containsExactly(2L, 1L, 4L, 7L);
        assertThat(ids(ALL.withFilter(none.withHidden(Set.of(MemberFilter.Hidden.ARCHIVED)))))
                .containsExactly(5L);
        assertThat(ids(ALL.withFilter(none.withHidden(Set.of(MemberFilter.Hidden.values())))))
                .containsExactly(5L, 6L);
        assertThat(directory.counts(ALL.withFilter(none.withHidden(Set.of(MemberFilter.Hidden.LOCKED)))))
                .isEqualTo(new SegmentCounts(1, 0, 0));
    }

    @Test
    void narrowsToAValueOfAFieldExactly() {
        someMembers();
        var product = new FieldId(3);
        hold(1, FieldValues.of(Map.of(product, List.of("Alpha", "Beta (\"2\")"), new FieldId(2), List.of("Gamma"))));
        hold(2, FieldValues.of(Map.of(product, List.of("Beta"), new FieldId(30), List.of("Alpha"))));
        hold(3, FieldValues.of(Map.of(product, List.of("alpha", "50%_\\"))));

        assertThat(holding(product, "Alpha")).containsExactly(1L);
        assertThat(holding(product, "Beta")).containsExactly(2L);
        assertThat(holding(product, "Beta (\"2\")")).containsExactly(1L);
        assertThat(holding(product, "Gamma")).isEmpty();
        assertThat(holding(product, "50%_\\")).containsExactly(3L);
        assertThat(ids(ALL.withFilter(MemberFilter.NONE.withValues(product, Set.of("Alpha", "Beta")))))
                .containsExactly(2L, 1L);
    }

    private void hold(long member, FieldValues values) {
        jdbc.sql("UPDATE member SET field_values = ? WHERE id = ?")
                .params(values.toDocument(), member)
                .update();
    }

    private List<Long> holding(FieldId field, String value) {
        return ids(ALL.withFilter(MemberFilter.NONE.withValues(field, Set.of(value))));
    }

    @ParameterizedTest
    @EnumSource(MemberSort.class)
    void aShortListHasTheSameOrderAsALongOne(MemberSort sort) {
        manyMembers(300);
        for (MemberSegment segment : MemberSegment.values()) {
            MemberQuery query = ALL.withSegment(segment).sortedBy(sort, true);
            var known = new PageBoundaries(segment, directory.counts(query));

            assertThat(directory.page(query, known, 20, 90))
                    .as("%s %s", sort, segment)
                    .isEqualTo(directory.page(query, new PageBoundaries(), 20, 90));
        }
    }

    @Test
    void isNotForVisitors() {
        SecurityContextHolder.clearContext();

        assertThatThrownBy(() -> directory.counts(ALL)).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    /** Names and companies repeat and are blank here and there, so that ties and nulls fall on page boundaries. */
    private void manyMembers(int count) {
        LongStream.rangeClosed(1, count).forEach(i -> {
            var member = StoredMember.contact(i, "Name " + i % 7, "a%d@x.example".formatted(i * 31 % 1009))
                    .at(i % 3 == 0 ? null : "Company " + i % 2);
            if (i % 4 == 0) {
                member = member.nominee();
            }
            if (i % 5 < 2) {
                member = member.joined(NOON.plusSeconds(i % 11));
            }
            if (i % 3 == 1) {
                member = member.invited(NOON.plusSeconds(i % 13));
            }
            if (i % 50 == 0) {
                member = member.archived(NOON);
            }
            member.in(jdbc);
        });
        changed();
    }

    private List<Long> byPages(MemberQuery query, int size) {
        var boundaries = new PageBoundaries();
        var ids = new ArrayList<Long>();
        List<MemberRow> page;
        do {
            page = directory.page(query, boundaries, ids.size(), size);
            page.forEach(row -> ids.add(row.id().value()));
        } while (page.size() == size);
        return ids;
    }

    private List<String> names(MemberQuery query) {
        changed();
        return directory.page(query, new PageBoundaries(), 0, 50).stream()
                .map(MemberRow::name)
                .toList();
    }

    private List<Long> ids(MemberQuery query) {
        changed();
        return directory.page(query, new PageBoundaries(), 0, 50).stream()
                .map(row -> row.id().value())
                .toList();
    }
}
