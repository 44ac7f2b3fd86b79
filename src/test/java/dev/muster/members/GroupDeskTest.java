package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.common.Catalogue;
import dev.muster.members.SaveOutcome.Outdated;
import dev.muster.members.SaveOutcome.Refused;
import dev.muster.members.SaveOutcome.Saved;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class GroupDeskTest {

    @Autowired
    GroupDesk desk;

    @Autowired
    Users users;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void actAsManager() {
        users.actAs("Viktor Manager", Role.MANAGER);
    }

    @Test
    void aNewGroupIsEmpty() {
        GroupId emea = saved(desk.create(new GroupDraft(" EMEA ", " emea-2026 ", true)));

        assertThat(desk.all()).containsExactly(new GroupDetails(emea, 0, "EMEA", "emea-2026", true, 0, 0));
        assertThat(desk.find(emea)).contains(new GroupDetails(emea, 0, "EMEA", "emea-2026", true, 0, 0));
        assertThat(desk.summaries()).containsExactly(new GroupSummary(emea, "EMEA"));
    }

    @Test
    void groupsAreListedByNameWithTheirMembersCounted() {
        GroupId emea = saved(desk.create(group("emea", null)));
        GroupId beta = saved(desk.create(group("Beta", null)));
        GroupId apac = saved(desk.create(group("APAC", null)));
        member(1, emea, "2026-11-22 10:42:00");
        member(2, emea, null);
        member(3, emea, null);
        member(4, beta, "2026-11-22 10:42:00");

        assertThat(desk.all())
                .containsExactly(
                        new GroupDetails(apac, 0, "APAC", null, false, 0, 0),
                        new GroupDetails(beta, 0, "Beta", null, false, 1, 0),
                        new GroupDetails(emea, 0, "emea", null, false, 1, 2));
    }

    @Test
    void aNameIsNeededAndMayBeTakenOnce() {
        GroupId emea = saved(desk.create(group("EMEA", null)));

        assertThat(problems(desk.create(group(" ", null)))).containsExactly("Name can't be blank");
        assertThat(problems(desk.create(group("x".repeat(256), null))))
                .containsExactly("Name is too long (maximum is 255 characters)");
        assertThat(problems(desk.create(group("emea\u00a0", null))))
                .containsExactly("There is a group with this name already. Choose another name.");
        assertThat(saved(desk.change(emea, 0, group("Emea", null)))).isEqualTo(emea);
    }

    @Test
    void aJoinCodeStandsInAUrlAndIsTakenOnce() {
        GroupId emea = saved(desk.create(group("EMEA", "emea-2026")));
        GroupId beta = saved(desk.create(group("Beta", "Beta_Club-1")));

        assertThat(problems(desk.create(group("A", "emea 2026")))).containsExactly("Letters, digits, - and _ only");
        assertThat(problems(desk.create(group("A", "éa")))).containsExactly("Letters, digits, - and _ only");
        assertThat(problems(desk.create(group("A", "x".repeat(101)))))
                .containsExactly("Join code is too long (maximum is 100 characters)");
        assertThat(problems(desk.create(group("A", "EMEA-2026")))).containsExactly("This join code is taken");
        assertThat(problems(desk.change(beta, 0, group("emea", "emea-2026"))))
                .containsExactly(
                        "There is a group with this name already. Choose another name.", "This join code is taken");
        assertThat(saved(desk.change(emea, 0, group("EMEA", "Emea-2026")))).isEqualTo(emea);
        assertThat(saved(desk.change(beta, 0, group("Beta", " ")))).isEqualTo(beta);
        assertThat(desk.find(beta).orElseThrow().joinCode()).isNull();
    }

    @Test
    void aGroupAddedOnTheSpotIsTheOneThatIsThere() {
        GroupSummary emea = desk.create(" EMEA");

        assertThat(emea.name()).isEqualTo("EMEA");
        assertThat(desk.create("emea ")).isEqualTo(emea);
        assertThat(desk.all()).containsExactly(new GroupDetails(emea.id(), 0, "EMEA", null, false, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.create(" "));
    }

    @Test
    void aFormOpenedBeforeAnotherChangeIsOutdated() {
        GroupId emea = saved(desk.create(group("EMEA", null)));
        saved(desk.change(emea, 0, group("Europe", null)));

        assertThat(desk.change(emea, 0, group("EMEA", null))).isEqualTo(new Outdated<>());
        assertThat(desk.summaries()).containsExactly(new GroupSummary(emea, "Europe"));
    }

    @Test
    void deletingTakesTheMembershipsAlong() {
        GroupId emea = saved(desk.create(group("EMEA", null)));
        GroupId beta = saved(desk.create(group("Beta", null)));
        member(1, emea, "2026-11-22 10:42:00");
        member(2, emea, null);
        member(3, beta, null);

        desk.delete(emea);
        desk.delete(emea);

        assertThat(desk.all()).containsExactly(new GroupDetails(beta, 0, "Beta", null, false, 0, 1));
        assertThat(desk.change(emea, 0, group("EMEA", null))).isEqualTo(new Outdated<>());
    }

    @Test
    void viewersOnlyRead() {
        GroupId emea = saved(desk.create(group("EMEA", null)));
        users.actAs("Vera Viewer", Role.VIEWER);

        assertThat(desk.all()).hasSize(1);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.create("Beta"));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.create(group("Beta", null)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.change(emea, 0, group("Beta", null)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.delete(emea));
    }

    private static GroupDraft group(String name, @Nullable String joinCode) {
        return new GroupDraft(name, joinCode, false);
    }

    private static GroupId saved(SaveOutcome<GroupId> outcome) {
        assertThat(outcome).isInstanceOf(Saved.class);
        return ((Saved<GroupId>) outcome).id();
    }

    private List<String> problems(SaveOutcome<GroupId> outcome) {
        return outcome instanceof Refused<GroupId>(List<FormProblem> problems)
                ? problems.stream()
                        .map(problem -> catalogue.text(
                                problem.key(), problem.arguments().toArray()))
                        .toList()
                : List.of();
    }

    private void member(long id, GroupId group, @Nullable String effectiveAt) {
        jdbc.sql("""
                        INSERT INTO member
                            (id, version, name, email, email_key, field_values, kind, source, created_at)
                        VALUES (:id, 0, 'A', :email, :email, '{}', 'ADVOCATE', 'ADMIN_ADDED', '2026-11-22 10:42:00')""").param("id", id).param("email", id + "@x.example").update();
        jdbc.sql(
                        "INSERT INTO membership (member_id, group_id, added_at, effective_at) VALUES (:id, :group, :added, :at)")
                .param("id", id)
                .param("group", group.value())
                .param("added", "2026-11-22 10:42:00")
                .param("at", effectiveAt)
                .update();
    }
}
