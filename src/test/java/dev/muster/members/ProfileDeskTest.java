package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.common.Catalogue;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class ProfileDeskTest {

    private static final MemberId AYLIN = new MemberId(1);
    private static final FieldId INDUSTRY = new FieldId(2);
    private static final FieldId PRODUCT = new FieldId(3);

    @Autowired
    ProfileDesk profiles;

    @Autowired
    MembersDesk desk;

    @Autowired
    MemberHistory history;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void actAsManager() {
        users.actAs("Mara Lindqvist", Role.MANAGER);
        StoredMember.contact(1, "Aylin Demirtaş", "aylin@orbitel.example")
                .at("Orbitel")
                .in(jdbc);
        StoredMember.contact(2, "Emil Sørensen", "emil@fjord.example").in(jdbc);
    }

    @Test
    void editsEveryFieldAndWritesDownEachChange() {
        var data = data(Map.of(StandardField.TITLE, " Lead ", StandardField.SALESFORCE_ID, "0035g"))
                .withCustom(FieldValues.of(Map.of(INDUSTRY, List.of("Energy"), PRODUCT, List.of("Atlas", "Beacon"))));

        MemberProfile saved = saved(0, data);

        assertThat(saved.version()).isEqualTo(1);
        assertThat(profiles.find(AYLIN)).hasValue(saved);
        assertThat(saved.data().custom().of(PRODUCT)).containsExactly("Atlas", "Beacon");
        assertThat(history.of(AYLIN, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.author()).isEqualTo(new HistoryEntry.Person("Mara Lindqvist"));
            assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-22T10:42:00Z"));
            assertThat(entry.changes())
                    .containsExactly(
                            FieldChange.of(StandardField.TITLE, null, "Lead"),
                            FieldChange.of(StandardField.SALESFORCE_ID, null, "0035g"),
                            FieldChange.of(INDUSTRY, List.of(), List.of("Energy")),
                            FieldChange.of(PRODUCT, List.of(), List.of("Atlas", "Beacon")));
        });
    }

    @Test
    void erasesWhatIsBlank() {
        MemberProfile saved = saved(0, data(Map.of(StandardField.COMPANY, " \u200b")));

        assertThat(saved.data().text(StandardField.COMPANY)).isEmpty();
        assertThat(history.of(AYLIN, 10).getFirst().changes())
                .containsExactly(FieldChange.of(StandardField.COMPANY, "Orbitel", null));
    }

    @Test
    void writesNothingWhereNothingChanged() {
        MemberProfile saved = saved(0, data(Map.of()));

        assertThat(saved.version()).isZero();
        assertThat(history.of(AYLIN, 10)).isEmpty();
    }

    @Test
    void nameAndAddressMustStayValid() {
        assertThat(messages(data(Map.of(StandardField.NAME, " ", StandardField.EMAIL, ""))))
                .containsExactly("Name can't be blank", "Email is invalid, Email can't be blank");
        assertThat(messages(data(Map.of(StandardField.EMAIL, "EMIL@fjord.example"))))
                .containsExactly("Email is already taken");
        assertThat(messages(data(Map.of(StandardField.TITLE, "é".repeat(256)))))
                .containsExactly("Title is too long (maximum is 255 characters)");
        assertThat(messages(data(Map.of()).withCustom(FieldValues.of(Map.of(INDUSTRY, List.of("x".repeat(256)))))))
                .containsExactly("Custom Profile Field values value is too long (maximum is 255 characters)");
    }

    @Test
    void theSpellingOfTheOwnAddressMayChange() {
        assertThat(saved(0, data(Map.of(StandardField.EMAIL, "Aylin@Orbitel.example")))
                        .data()
                        .text(StandardField.EMAIL))
                .isEqualTo("Aylin@Orbitel.example");
    }

    @Test
    void aSelectFieldTakesItsChoicesAndWhatTheMemberHolds() {
        jdbc.sql("UPDATE member SET field_values = '{\"3\":[\"Old\"]}' WHERE id = 1")
                .update();
        jdbc.sql("INSERT INTO profile_field_choice (field_id, position, choice) VALUES (3, 1, 'Atlas')")
                .update();

        assertThat(messages(data(Map.of()).withCustom(product("Atlas", "Nope"))))
                .containsExactly("Custom Profile Field values value is not included in the list");
        assertThat(saved(0, data(Map.of()).withCustom(product("Old", " Atlas", "Atlas", " ")))
                        .data()
                        .custom()
                        .of(PRODUCT))
                .containsExactly("Old", "Atlas");
    }

    @Test
    void whoeverWasQuickerIsNamed() {
        saved(0, data(Map.of(StandardField.TITLE, "Lead")));
        users.actAs("Jonas Weber", Role.ADMINISTRATOR);

        var outcome = profiles.edit(AYLIN, 0, data(Map.of(StandardField.TITLE, "Boss")));

        assertThat(outcome).isInstanceOfSatisfying(EditOutcome.ChangedMeanwhile.class, changed -> {
            assertThat(changed.by()).isEqualTo(new HistoryEntry.Person("Mara Lindqvist"));
            assertThat(changed.theirs().data().text(StandardField.TITLE)).isEqualTo("Lead");
        });
        assertThat(profiles.edit(new MemberId(99), 0, data(Map.of()))).isInstanceOf(EditOutcome.Gone.class);
    }

    @Test
    void whoHasJoinedIsInAGroupAtOnceAndOthersWait() {
        jdbc.sql("""
                        INSERT INTO member_group (id, version, name, name_key, joined_by_default, created_at)
                        VALUES (5, 0, 'EMEA', 'emea', FALSE, '2026-11-01 10:00:00')""").update();
        jdbc.sql("UPDATE member SET joined_at = '2026-11-02 10:00:00' WHERE id = 2")
                .update();
        var emea = new GroupId(5);

        change(AYLIN, MemberChange.Kind.ADD_TO_GROUP, emea);
        change(AYLIN, MemberChange.Kind.ADD_TO_GROUP, emea);
        change(new MemberId(2), MemberChange.Kind.ADD_TO_GROUP, emea);

        assertThat(profiles.find(AYLIN).orElseThrow().groups()).containsExactly(new Membership(emea, "EMEA", false));
        assertThat(profiles.find(new MemberId(2)).orElseThrow().groups())
                .containsExactly(new Membership(emea, "EMEA", true));

        change(AYLIN, MemberChange.Kind.REMOVE_FROM_GROUP, emea);

        assertThat(profiles.find(AYLIN).orElseThrow().groups()).isEmpty();
        assertThat(history.of(AYLIN, 10))
                .extracting(HistoryEntry::changes)
                .containsExactly(
                        List.of(FieldChange.removedFromGroup("EMEA")), List.of(FieldChange.addedToGroup("EMEA")));
    }

    @Test
    void viewersReadOnly() {
        users.actAs("Vera Viewer", Role.VIEWER);

        assertThat(profiles.find(AYLIN)).isPresent();
        assertThatThrownBy(() -> profiles.edit(AYLIN, 0, data(Map.of()))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> change(AYLIN, MemberChange.Kind.REMOVE_FROM_GROUP, new GroupId(1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private MemberProfile saved(long version, ProfileData data) {
        return ((EditOutcome.Saved) profiles.edit(AYLIN, version, data)).profile();
    }

    private List<String> messages(ProfileData data) {
        return ((EditOutcome.Refused) profiles.edit(AYLIN, 0, data))
                .problems().stream()
                        .map(problem -> catalogue.text(
                                problem.messageKey(), problem.arguments().toArray()))
                        .toList();
    }

    private static FieldValues product(String... values) {
        return FieldValues.of(Map.of(PRODUCT, List.of(values)));
    }

    /** Aylin as she is, but for {@code changed}. */
    private static ProfileData data(Map<StandardField, String> changed) {
        var values = new EnumMap<StandardField, String>(StandardField.class);
        values.put(StandardField.NAME, "Aylin Demirtaş");
        values.put(StandardField.EMAIL, "aylin@orbitel.example");
        values.put(StandardField.COMPANY, "Orbitel");
        values.putAll(changed);
        return new ProfileData(values, FieldValues.NONE);
    }

    private void change(MemberId member, MemberChange.Kind kind, GroupId group) {
        desk.change(new MemberSelection.Some(Set.of(member)), new MemberChange(kind, group));
    }
}
