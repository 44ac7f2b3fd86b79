package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class RepairsTest {

    private static final String CSV = """
            Name,Email,Title,Industry
            Jos\u00c3\u00a9,jose@example.com,Gesch\u00c3\u00a4ftsf\u00c3\u00bchrer,\u00c9nergie
            JEAN-LUC O'NEIL,Jean <jean@example.com>,CEO,
            MARIA DE LA CRUZ,mailto:maria@gmial.com?subject=x,,
            Name,Email,Title,Industry
            Confidential - do not distribute,,,
            BO,bo@hotmial.com,,
            """;

    @Autowired
    Users users;

    @Autowired
    ImportDesk desk;

    @Autowired
    ImportColumns columns;

    @Autowired
    ImportResults results;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void nothingIsRepairedUnaskedAndTheCheckCountsEachKind() {
        ImportSnapshot checked = imports.run(desk.check(imports.store(CSV), ImportKit.AS_ADVOCATES, List.of()));
        assertThat(found(checked))
                .isEqualTo(Map.of(
                        Repair.GARBLED_TEXT, 1L,
                        Repair.NOT_A_CONTACT, 2L,
                        Repair.WRAPPED_ADDRESS, 2L,
                        Repair.MISSPELLED_DOMAIN, 1L,
                        Repair.NAME_IN_CAPITALS, 2L));
        assertThat(checked.rejected()).isEqualTo(4);

        ImportSnapshot done = imports.run(CSV);
        assertThat(imports.member("jose@example.com", "name")).isEqualTo("Jos\u00c3\u00a9");
        assertThat(imports.messages(done)).allMatch(message -> message.contains(" REJECTED: "));
        assertThat(columns.lastRepairs()).isEmpty();
    }

    @Test
    void whatIsTickedIsRepairedAndSaysSo() {
        ImportSettings settings = repairing(EnumSet.allOf(Repair.class));
        ImportFileId file = imports.store(CSV);
        ImportSnapshot checked = imports.run(desk.check(file, settings, List.of()));
        ImportSnapshot done = imports.run(desk.start(file, settings, checked.id()));

        assertThat(done.rejected()).isZero();
        assertThat(done.created()).isEqualTo(4);
        assertThat(done.unchanged()).isEqualTo(2);
        assertThat(imports.member("jose@example.com", "CONCAT(name, '|', title)"))
                .isEqualTo("Jos\u00e9|Gesch\u00e4ftsf\u00fchrer");
        assertThat(imports.values("jose@example.com")).containsExactly("Industry=[\u00c9nergie]");
        assertThat(imports.member("jean@example.com", "name")).isEqualTo("Jean-Luc O'Neil");
        assertThat(imports.member("maria@gmail.com", "name")).isEqualTo("Maria de la Cruz");
        assertThat(imports.messages(done))
                .containsExactly(
                        "2 CREATED: INFO Name: Garbled text was repaired",
                        "3 CREATED: INFO Name: Name in capitals was rewritten",
                        "3 CREATED: INFO Email: Address was taken out of what is around it",
                        "4 CREATED: INFO Name: Name in capitals was rewritten",
                        "4 CREATED: INFO Email: Address was taken out of what is around it",
                        "4 CREATED: INFO Email: Misspelled mail domain was corrected",
                        "5 UNCHANGED: INFO null: Row is not a contact and was left out",
                        "6 UNCHANGED: INFO null: Row is not a contact and was left out",
                        "7 CREATED: INFO Email: Misspelled mail domain was corrected");
        assertThat(imports.messages(checked)).isEqualTo(imports.messages(done));
        assertThat(columns.lastRepairs()).containsExactlyInAnyOrder(Repair.values());
    }

    @Test
    void eachKindByItself() {
        ImportSnapshot done = imports.run(CSV, repairing(Set.of(Repair.MISSPELLED_DOMAIN)));
        assertThat(imports.member("bo@hotmail.com", "name")).isEqualTo("BO");
        assertThat(done.created()).isEqualTo(2);
        assertThat(columns.lastRepairs()).containsExactly(Repair.MISSPELLED_DOMAIN);
    }

    private Map<Repair, Long> found(ImportSnapshot check) {
        return Set.of(Repair.values()).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        repair -> results.issueGroups(check.id()).stream()
                                .filter(repair::isIn)
                                .mapToLong(IssueGroup::rows)
                                .sum()));
    }

    private static ImportSettings repairing(Set<Repair> repairs) {
        return new ImportSettings(
                MemberKind.ADVOCATE,
                false,
                List.of(),
                new RowOptions(List.of(), FieldPolicies.standard(), null, repairs));
    }

    @Test
    void aHeaderIsKnownAgainHoweverItsLettersAreComposed() {
        List<String> header = List.of("U\u0308bersicht", "Email");
        var mapping = new ColumnMapping(List.of(new Column.LeftOut("Übersicht"), new Column.LeftOut("Email")), false);
        var repairs = new RowRepairs(header, mapping, Set.of(Repair.NOT_A_CONTACT), false);

        assertThat(repairs.apply(new CsvRow(7, header, -1)).isLeftOut()).isTrue();
    }
}
