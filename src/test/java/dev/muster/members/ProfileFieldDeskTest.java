package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.common.Catalogue;
import dev.muster.members.SaveOutcome.Outdated;
import dev.muster.members.SaveOutcome.Refused;
import dev.muster.members.SaveOutcome.Saved;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class ProfileFieldDeskTest {

    private static final FieldId PRODUCT = new FieldId(3);

    @Autowired
    ProfileFieldDesk desk;

    @Autowired
    Users users;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    SweepField sweeping;

    @BeforeEach
    void actAsAdministrator() {
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
    }

    @Test
    void aNewFieldComesLast() {
        FieldId region = saved(desk.create(
                new FieldDraft(" Region\u00a0", FieldType.SINGLE_SELECT, List.of("North", " South"), true, false)));

        assertThat(desk.definitions())
                .extracting(FieldDefinition::name)
                .containsExactly("Position", "Industry", "Product", "Region");
        assertThat(definition(region))
                .isEqualTo(new FieldDefinition(
                        region, "Region", FieldType.SINGLE_SELECT, List.of("North", "South"), true, false));
    }

    @Test
    void aTextFieldHasNoChoices() {
        FieldId field = saved(desk.create(new FieldDraft("Region", FieldType.TEXT, List.of("North"), false, true)));

        assertThat(definition(field).choices()).isEmpty();
        assertThat(definition(field).addsUnknownChoices()).isFalse();
    }

    @Test
    void aNameIsNeededAndMayBeTakenOnce() {
        assertThat(problems(desk.create(text(" \u200b\t")))).containsExactly("Name can't be blank");
        assertThat(problems(desk.create(text("x".repeat(256)))))
                .containsExactly("Name is too long (maximum is 255 characters)");
        assertThat(problems(desk.create(text("İ".repeat(200)))))
                .containsExactly("Name is too long (maximum is 255 characters)");
        assertThat(problems(desk.create(text("Re\ngion")))).containsExactly("Name has to be on one line");
        assertThat(problems(desk.create(text("INDUSTRY "))))
                .containsExactly("There is a field with this name already. Choose another name.");
        assertThat(problems(desk.create(text("e-mail")))).isEmpty();
        assertThat(problems(desk.create(text(" EMAIL"))))
                .containsExactly("Every hub has the field Email already. Choose another name.");
        assertThat(problems(desk.create(text("salesforce  id"))))
                .containsExactly("Every hub has the field Salesforce ID already. Choose another name.");
    }

    @Test
    void aNameOf255CodePointsIsTaken() {
        String name = "🦊".repeat(255);

        assertThat(definition(saved(desk.create(text(name)))).name()).isEqualTo(name);
    }

    @Test
    void choicesAreWhatAnImportCanMeet() {
        assertThat(problems(desk.create(select(FieldType.MULTI_SELECT))))
                .containsExactly("Add a choice, or let imports add them");
        assertThat(problems(desk.create(select(FieldType.MULTI_SELECT, "A", " "))))
                .containsExactly("A choice can't be blank");
        assertThat(problems(desk.create(select(FieldType.MULTI_SELECT, "x".repeat(256)))))
                .containsExactly("A choice is too long (maximum is 255 characters)");
        assertThat(problems(desk.create(select(FieldType.SINGLE_SELECT, "A\nB"))))
                .containsExactly("A choice has to be on one line");
        assertThat(problems(desk.create(select(FieldType.SINGLE_SELECT, "A", "B", "A "))))
                .containsExactly("“A” is there already");
        assertThat(problems(desk.create(select(FieldType.MULTI_SELECT, "A, B"))))
                .containsExactly(
                        "“A, B” holds a comma and a space, which separate values in an import. Leave one of them out.");
        assertThat(problems(desk.create(select(FieldType.SINGLE_SELECT, "A, B", "a"))))
                .isEmpty();
    }

    @Test
    void renamingKeepsTheValues() {
        FieldId field = saved(desk.create(text("Region")));
        member("a@x.example", "{\"%d\":[\"North\"]}".formatted(field.value()));

        assertThat(saved(desk.change(field, version(field), text("REGION ")))).isEqualTo(field);

        assertThat(definition(field).name()).isEqualTo("REGION");
        assertThat(desk.holders(field)).isEqualTo(1);
    }

    @Test
    void choicesAreAddedRemovedAndReordered() {
        FieldId field = saved(desk.create(select(FieldType.SINGLE_SELECT, "A", "B", "C")));

        saved(desk.change(field, version(field), select(FieldType.SINGLE_SELECT, "C", "A", "D", "E")));

        assertThat(definition(field).choices()).containsExactly("C", "A", "D", "E");
    }

    @Test
    void aFieldBecomesOneOfASingleValueOnlyWhereNobodyHoldsSeveral() {
        member("none@x.example", "{}");
        member("one@x.example", "{\"3\":[\"A\"],\"7\":[\"B\",\"C\"]}");
        member("comma@x.example", "{\"3\":[\"a,\"]}");
        member("quotes@x.example", "{\"3\":[\"say \\\"x\\\",\\\"y\\\" \\\\\"]}");
        FieldDraft single = select(FieldType.SINGLE_SELECT, "A");

        member("two@x.example", "{\"2\":[\"A\"],\"3\":[\"a \\\"b\\\" \\\\\",\"B\"]}");
        assertThat(problems(desk.change(PRODUCT, version(PRODUCT), single)))
                .containsExactly(
                        "1 member holds several values of this field. Leave each of them one value, then change the type.");
        member("three@x.example", "{\"3\":[\"A\",\"B\",\"C\"]}");
        assertThat(problems(desk.change(
                        PRODUCT, version(PRODUCT), new FieldDraft("P", FieldType.TEXT, List.of(), false, false))))
                .containsExactly(
                        "2 members hold several values of this field. Leave each of them one value, then change the type.");

        jdbc.sql("DELETE FROM member WHERE email IN ('two@x.example', 'three@x.example')")
                .update();
        saved(desk.change(PRODUCT, version(PRODUCT), single));
        assertThat(definition(PRODUCT).type()).isEqualTo(FieldType.SINGLE_SELECT);
    }

    @Test
    void countsTheMembersWhoHoldAValue() {
        member("a@x.example", "{\"1\":[\"CEO\"],\"3\":[\"A\",\"B\"]}");
        member("b@x.example", "{\"13\":[\"\\\"3\\\":[\"],\"31\":[\"\\\"3\\\":[\\\"x\\\"]\"]}");
        member("c@x.example", "{\"3\":[\"A\"]}");

        assertThat(desk.holders()).isEqualTo(Map.of(new FieldId(1), 1L, new FieldId(2), 0L, PRODUCT, 2L));
        assertThat(desk.holders(PRODUCT)).isEqualTo(2);
    }

    @Test
    void aFormOpenedBeforeAnotherChangeIsOutdated() {
        long before = version(PRODUCT);
        saved(desk.change(PRODUCT, before, select(FieldType.MULTI_SELECT, "A")));

        assertThat(desk.change(PRODUCT, before, select(FieldType.MULTI_SELECT, "B")))
                .isEqualTo(new Outdated<>());
        assertThat(definition(PRODUCT).choices()).containsExactly("A");
    }

    @Test
    void reorderingLeavesOpenFormsAlone() {
        long before = version(PRODUCT);

        desk.move(PRODUCT, 0);
        assertThat(desk.definitions())
                .extracting(FieldDefinition::name)
                .containsExactly("Product", "Position", "Industry");
        desk.move(PRODUCT, 99);
        assertThat(desk.definitions())
                .extracting(FieldDefinition::name)
                .containsExactly("Position", "Industry", "Product");

        desk.move(PRODUCT, 1);
        saved(desk.change(PRODUCT, before, select(FieldType.MULTI_SELECT, "A")));
        assertThat(desk.definitions())
                .extracting(FieldDefinition::name)
                .containsExactly("Position", "Region", "Industry");
    }

    @Test
    void aDeletedFieldIsGoneWithItsChoicesAndItsIdNeverComesBack() {
        FieldId field = saved(desk.create(select(FieldType.SINGLE_SELECT, "A")));
        member("a@x.example", "{\"%d\":[\"A\"]}".formatted(field.value()));

        desk.delete(field);
        desk.delete(field);

        assertThat(desk.find(field)).isEmpty();
        assertThat(desk.definitions())
                .extracting(FieldDefinition::name)
                .containsExactly("Position", "Industry", "Product");
        assertThat(saved(desk.create(select(FieldType.SINGLE_SELECT, "A")))).isNotEqualTo(field);
        assertThat(desk.change(field, 0, text("B"))).isEqualTo(new Outdated<>());
    }

    @Test
    void aDeletedFieldIsSweptFromWhoeverTheWarningCounted() {
        FieldId field = saved(desk.create(select(FieldType.MULTI_SELECT, "A", "B")));
        String own = "\"%d\":[\"A\",\"B\"]".formatted(field.value());
        member("a@x.example", "{%s}".formatted(own));
        member("b@x.example", "{\"1\":[\"x, %s\"],%s}".formatted(own.replace("\"", "\\\""), own));
        member("c@x.example", "{\"1\":[\"Lead\"]}");
        assertThat(desk.holders(field)).isEqualTo(2);

        desk.delete(field);

        assertThat(jdbc.sql("SELECT task_name FROM scheduled_tasks")
                        .query(String.class)
                        .list())
                .containsExactly("sweep-field");
        assertThat(sweeping.run(field, () -> false)).isEqualTo(SweepField.Ending.SWEPT);
        assertThat(sweeping.run(field, () -> false)).isEqualTo(SweepField.Ending.CLEAN);
        assertThat(jdbc.sql("SELECT field_values FROM member ORDER BY email_key")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "{}", "{\"1\":[\"x, %s\"]}".formatted(own.replace("\"", "\\\"")), "{\"1\":[\"Lead\"]}");
    }

    @Test
    void anImportAddsChoicesAfterTheOthers() {
        saved(desk.change(PRODUCT, version(PRODUCT), select(FieldType.MULTI_SELECT, "A", "B")));
        long before = version(PRODUCT);

        transactions.executeWithoutResult(
                _ -> desk.addChoices(Map.of(PRODUCT, List.of("C", "B", "c", "C"), new FieldId(4711), List.of("lost"))));

        assertThat(definition(PRODUCT).choices()).containsExactly("A", "B", "C", "c");
        assertThat(desk.change(PRODUCT, before, select(FieldType.MULTI_SELECT, "A")))
                .isEqualTo(new Outdated<>());
        saved(desk.change(PRODUCT, version(PRODUCT), select(FieldType.MULTI_SELECT, "c", "A")));
        assertThat(definition(PRODUCT).choices()).containsExactly("c", "A");
    }

    @Test
    void choicesThatAreAllKnownChangeNothing() {
        saved(desk.change(PRODUCT, version(PRODUCT), select(FieldType.MULTI_SELECT, "A")));
        long before = version(PRODUCT);

        transactions.executeWithoutResult(_ -> desk.addChoices(Map.of(PRODUCT, List.of("A"))));
        transactions.executeWithoutResult(_ -> desk.addChoices(Map.of()));

        assertThat(version(PRODUCT)).isEqualTo(before);
    }

    @Test
    void choicesAreAddedInTheTransactionOfTheImport() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> desk.addChoices(Map.of(PRODUCT, List.of("A"))));
    }

    @Test
    void onlyAdministratorsChangeFields() {
        users.actAs("Viktor Manager", Role.MANAGER);

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.create(text("Region")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.change(PRODUCT, 0, text("Region")));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.move(PRODUCT, 0));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.delete(PRODUCT));
        assertThat(desk.definitions()).hasSize(3);
    }

    private static FieldDraft text(String name) {
        return new FieldDraft(name, FieldType.TEXT, List.of(), false, false);
    }

    private static FieldDraft select(FieldType type, String... choices) {
        return new FieldDraft("Region", type, List.of(choices), false, false);
    }

    private FieldDefinition definition(FieldId id) {
        return desk.definitions().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private long version(FieldId id) {
        return desk.find(id).orElseThrow().version();
    }

    private static FieldId saved(SaveOutcome<FieldId> outcome) {
        assertThat(outcome).isInstanceOf(Saved.class);
        return ((Saved<FieldId>) outcome).id();
    }

    private List<String> problems(SaveOutcome<FieldId> outcome) {
        return outcome instanceof Refused<FieldId>(List<FormProblem> problems)
                ? problems.stream()
                        .map(problem -> catalogue.text(
                                problem.key(), problem.arguments().toArray()))
                        .toList()
                : List.of();
    }

    private void member(String email, String fieldValues) {
        jdbc.sql("""
                        INSERT INTO member
                            (id, version, name, email, email_key, field_values, kind, source, created_at)
                        VALUES (NEXT VALUE FOR member_seq, 0, 'A', ?, ?, ?, 'ADVOCATE', 'ADMIN_ADDED', '2026-11-22 10:42:00')""").params(email, email, fieldValues).update();
    }
}
