package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.FieldType;
import dev.muster.members.GroupId;
import dev.muster.members.JoinRegister;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberId;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberSelection;
import dev.muster.members.MembersDesk;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** People who are archived, deleted, changed, and who join, while an import is about them. */
@ServiceTest
class ChangesDuringImportTest {

    private static final int PEOPLE = 240;

    /** Every eighth each is archived, deleted, edited and joins. */
    private static final int EACH = PEOPLE / 8;

    @Autowired
    Users users;

    @Autowired
    MembersDesk members;

    @Autowired
    JoinRegister joins;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
    }

    @Test
    void everyRowHasOneOutcomeAndNobodysChangeIsLost() throws Exception {
        imports.run(file("A"));
        GroupId group = imports.group("EMEA");
        ImportId id = imports.desk()
                .start(imports.store(file("B")), new ImportSettings(MemberKind.ADVOCATE, false, List.of(group)));
        var underWay = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var run = thread.submit(() -> imports.inChunksOf(8, 2).run(id, () -> {
                underWay.countDown();
                return false;
            }));
            underWay.await();
            for (int i = 0; i < PEOPLE; i += 8) {
                change(i, MemberChange.Kind.ARCHIVE);
                change(i + 1, MemberChange.Kind.DELETE);
                join(i + 2);
                imports.changeMember(email(i + 3), "title = 'Edited'");
            }
            assertThat(run.get()).isEqualTo(RunImport.Ending.DONE);
        }

        ImportSnapshot done = imports.desk().find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.created() + done.updated() + done.unchanged() + done.rejected())
                .isEqualTo(PEOPLE);
        assertThat(imports.rows(done))
                .extracting(ImportedRow::line)
                .doesNotHaveDuplicates()
                .hasSize(PEOPLE);
        assertThat(done.created()).as("nobody who was deleted comes back").isZero();
        assertThat(imports.count("member")).isEqualTo(PEOPLE - EACH);
        assertThat(count("member WHERE archived_at IS NOT NULL")).isEqualTo(EACH);
        assertThat(count("member WHERE joined_at IS NOT NULL")).isEqualTo(EACH);
        assertThat(count("member WHERE title = 'Edited'")).isEqualTo(EACH);
        assertThat(count("member WHERE salesforce_id = 'B'")).as("imported").isEqualTo(PEOPLE - EACH);
        assertThat(count("membership s WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.id = s.member_id)"))
                .as("memberships of nobody")
                .isZero();
        assertThat(count("membership s JOIN member m ON m.id = s.member_id"
                        + " WHERE (m.joined_at IS NULL) <> (s.effective_at IS NULL)"))
                .as("memberships in force of those who have not joined, and pending ones of those who have")
                .isZero();
        assertThat(count("membership")).isEqualTo(PEOPLE - EACH);
    }

    @Test
    void whoeverMovesManyIntoTheGroupOfTheImportAndOutOfItIsNotTurnedAway() throws Exception {
        imports.run(file("A"));
        GroupId group = imports.group("EMEA");
        ImportId id = imports.desk()
                .start(imports.store(file("B")), new ImportSettings(MemberKind.ADVOCATE, false, List.of(group)));
        Set<MemberId> everybody =
                IntStream.range(0, PEOPLE).mapToObj(this::idOf).collect(Collectors.toSet());
        var underWay = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var run = thread.submit(() -> imports.inChunksOf(PEOPLE / 10, 2).run(id, () -> {
                underWay.countDown();
                return false;
            }));
            underWay.await();
            while (!run.isDone()) {
                members.change(everybody, new MemberChange(MemberChange.Kind.ADD_TO_GROUP, group));
                members.change(everybody, new MemberChange(MemberChange.Kind.REMOVE_FROM_GROUP, group));
            }
            assertThat(run.get()).isEqualTo(RunImport.Ending.DONE);
        }

        assertThat(imports.desk().find(id).orElseThrow().state()).isEqualTo(ImportState.COMPLETED);
    }

    @Test
    void somebodyWhoIsBeingChangedHoldsUpNoChunkAboutOthers() {
        imports.run(file("A") + "Zoe,zoe@example.com,Z\n");
        ImportId id = imports.desk()
                .start(imports.store(file("B")), new ImportSettings(MemberKind.ADVOCATE, false, List.of()));
        try (var thread = Executors.newSingleThreadExecutor()) {
            transactions.executeWithoutResult(_ -> {
                imports.changeMember("zoe@example.com", "title = 'Edited'");
                var run = thread.submit(() -> imports.inChunksOf(PEOPLE).run(id, () -> false));
                assertThat(run).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(RunImport.Ending.DONE);
            });
        }

        assertThat(imports.desk().find(id).orElseThrow().updated()).isEqualTo(PEOPLE);
    }

    @Test
    void aCellOfTenThousandValuesAndARowOfTwoHundredColumnsAreTakenQuickly() {
        String columns = IntStream.range(0, 200).mapToObj("Field %d"::formatted).collect(Collectors.joining(","));
        for (int i = 0; i < 200; i++) {
            imports.field("Field " + i, FieldType.MULTI_SELECT, true);
        }
        String values = IntStream.range(0, 10_000).mapToObj("v%d"::formatted).collect(Collectors.joining(", "));
        String file = "Name,Email,%s\nA,a@example.com,\"%s\"%s\nB,b@example.com%s\n"
                .formatted(columns, values, ",".repeat(199), ",x".repeat(200));

        ImportSnapshot done = imports.run(file);

        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.processed()).isEqualTo(2);
        assertThat(imports.values("b@example.com")).hasSize(200);
    }

    private void change(int person, MemberChange.Kind kind) {
        members.change(new MemberSelection.Some(Set.of(idOf(person))), MemberChange.of(kind));
    }

    private void join(int person) {
        transactions.executeWithoutResult(
                _ -> joins.join(new JoinRegister.Joiner(idOf(person), "P", "{noop}no password at all", List.of())));
    }

    private MemberId idOf(int person) {
        return new MemberId(Long.parseLong(imports.member(email(person), "id")));
    }

    private long count(String what) {
        return jdbc.sql("SELECT COUNT(*) FROM " + what).query(Long.class).single();
    }

    private static String email(int person) {
        return "p%d@example.com".formatted(person);
    }

    private static String file(String salesforceId) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> "P%d,%s,%s".formatted(i, email(i), salesforceId))
                .collect(Collectors.joining("\n", "Name,Email,Salesforce ID\n", "\n"));
    }
}
