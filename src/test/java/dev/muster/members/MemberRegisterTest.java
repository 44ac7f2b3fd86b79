package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.Catalogue;
import dev.muster.common.EmailAddress;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class MemberRegisterTest {

    @Autowired
    MemberRegister register;

    @Autowired
    ProfileDesk profiles;

    @Autowired
    MemberHistory history;

    @Autowired
    Tombstones tombstones;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void actAsManager() {
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void addsAMemberWhoHasNotJoined() {
        var id = ((AddOutcome.Added) register.add(newcomer(" Aylin Demirtaş ", "Aylin@Orbitel.example"))).id();

        MemberProfile profile = profiles.find(id).orElseThrow();
        assertThat(profile.data().text(StandardField.NAME)).isEqualTo("Aylin Demirtaş");
        assertThat(profile.data().text(StandardField.EMAIL)).isEqualTo("Aylin@Orbitel.example");
        assertThat(profile.facts().status()).isEqualTo(MemberStatus.NOT_JOINED);
        assertThat(profile.facts().source()).isEqualTo(MemberSource.ADMIN_ADDED);
        assertThat(history.of(id, 10))
                .extracting(HistoryEntry::author)
                .containsExactly(new HistoryEntry.Person("Mara Lindqvist"));
    }

    @Test
    void putsThemIntoTheChosenGroupsAndTheDefaultOnesPending() {
        group(1, "EMEA", false);
        group(2, "Beta", true);
        group(3, "LATAM", false);

        var outcome = register.add(
                new NewMember(newcomer("Aylin", "aylin@orbitel.example").data(), Set.of(new GroupId(1))));

        var profile = profiles.find(((AddOutcome.Added) outcome).id()).orElseThrow();
        assertThat(profile.groups())
                .containsExactly(
                        new Membership(new GroupId(2), "Beta", false), new Membership(new GroupId(1), "EMEA", false));
    }

    @Test
    void tellsWhoHasTheAddressAlready() {
        var id = ((AddOutcome.Added) register.add(newcomer("Aylin", "aylin@orbitel.example"))).id();

        assertThat(register.add(newcomer("", " AYLIN@orbitel.example"))).isEqualTo(new AddOutcome.AlreadyThere(id));
    }

    @Test
    void refusesWhatIsNotValid() {
        assertThat(messages(newcomer(" \u00a0", " ")))
                .containsExactly("Name can't be blank", "Email is invalid, Email can't be blank");
        assertThat(messages(newcomer("A", "a@b"))).containsExactly("Email is invalid");
        assertThat(messages(newcomer("😀".repeat(256), "a@b.example")))
                .containsExactly("Name is too long (maximum is 255 characters)");
        assertThat(register.add(newcomer("😀".repeat(255), "a@b.example"))).isInstanceOf(AddOutcome.Added.class);
    }

    @Test
    void refusesSomeoneWhoWasDeleted() {
        String hash = tombstones.hash(
                EmailAddress.parse("gone@orbitel.example").orElseThrow().key());
        jdbc.sql("INSERT INTO tombstone (address_hash, member_id, deleted_at) VALUES (?, 7, '2026-11-01 10:00:00')")
                .param(hash)
                .update();

        assertThat(messages(newcomer("Gone", "Gone@orbitel.example"))).containsExactly("Member was deleted");
        assertThat(tombstones.deletedAmong(List.of("gone@orbitel.example", "b@orbitel.example")))
                .containsExactly("gone@orbitel.example");
        assertThat(profiles.wasDeleted(new MemberId(7))).isTrue();
        assertThat(profiles.wasDeleted(new MemberId(8))).isFalse();
    }

    @Test
    void isNotForViewers() {
        users.actAs("Vera Viewer", Role.VIEWER);

        assertThatThrownBy(() -> register.add(newcomer("A", "a@b.example"))).isInstanceOf(AccessDeniedException.class);
    }

    private List<String> messages(NewMember newcomer) {
        return ((AddOutcome.Refused) register.add(newcomer))
                .problems().stream()
                        .map(problem -> catalogue.text(
                                problem.messageKey(), problem.arguments().toArray()))
                        .toList();
    }

    private static NewMember newcomer(String name, String email) {
        return new NewMember(
                new ProfileData(Map.of(StandardField.NAME, name, StandardField.EMAIL, email), FieldValues.NONE),
                Set.of());
    }

    private void group(long id, String name, boolean byDefault) {
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at)
                        VALUES (?, 0, ?, ?, ?, '2026-11-01 10:00:00')""")
                .params(id, name, name.toLowerCase(java.util.Locale.ROOT), byDefault)
                .update();
    }
}
