package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That open pages hear of each change to members. */
@ServiceTest
class MemberPulseTest {

    /** Not among the first, which the register gives out. */
    private static final long NUMBER = 900_001;

    private static final MemberId AYLIN = new MemberId(NUMBER);

    @Autowired
    MembersDesk desk;

    @Autowired
    MemberRegister register;

    @Autowired
    ProfileDesk profiles;

    @Autowired
    GroupDesk groups;

    @Autowired
    SweepField sweep;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    long before;

    @BeforeEach
    void aHubWithAMember() {
        users.actAs("Mara Lindqvist", Role.MANAGER);
        StoredMember.contact(NUMBER, "Aylin Demirtaş", "aylin@orbitel.example").in(jdbc);
        before = beats();
    }

    @Test
    void whatIsDoneToManyBeatsWhereItMakesADifference() {
        var aylin = new MemberSelection.Some(Set.of(AYLIN));
        desk.change(aylin, MemberChange.of(MemberChange.Kind.ARCHIVE));
        assertThat(beats()).isEqualTo(before + 1);

        desk.change(aylin, MemberChange.of(MemberChange.Kind.ARCHIVE));
        assertThat(beats()).isEqualTo(before + 1);
    }

    @Test
    void aNewMemberBeats() {
        register.add(new NewMember(data("Emil", "emil@fjord.example"), Set.of()));

        assertThat(beats()).isEqualTo(before + 1);
    }

    @Test
    void anEditedProfileBeats() {
        profiles.edit(AYLIN, 0, data("Aylin D.", "aylin@orbitel.example"));

        assertThat(beats()).isEqualTo(before + 1);
    }

    @Test
    void aGroupThatIsAddedRenamedOrDeletedBeats() {
        GroupId group = groups.create("EMEA").id();
        groups.change(group, 0, new GroupDraft("Europe", null, false));
        groups.delete(group);

        assertThat(beats()).isEqualTo(before + 3);
    }

    @Test
    void theValuesOfADeletedFieldBeatAsTheyGo() {
        jdbc.sql("UPDATE member SET field_values = '{\"2\":[\"Energy\"]}'").update();

        sweep.run(new FieldId(2), () -> false);

        assertThat(beats()).isEqualTo(before + 1);
    }

    private static ProfileData data(String name, String email) {
        return new ProfileData(Map.of(StandardField.NAME, name, StandardField.EMAIL, email), FieldValues.NONE);
    }

    private long beats() {
        return jdbc.sql("SELECT beat FROM pulse WHERE topic = 'members'")
                .query(Long.class)
                .single();
    }
}
