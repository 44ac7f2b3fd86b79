package dev.muster.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.muster.security.AuditDetail;
import dev.muster.security.AuditEntry;
import dev.muster.security.AuditPages;
import dev.muster.security.AuditQuery;
import dev.muster.security.AuditTrail;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with members, groups and fields stands in the audit log. */
@ServiceTest
class MembersAuditTest {

    @Autowired
    MemberRegister register;

    @Autowired
    ProfileDesk profiles;

    @Autowired
    GroupDesk groups;

    @Autowired
    ProfileFieldDesk fields;

    @Autowired
    AuditTrail trail;

    @Autowired
    Users users;

    @BeforeEach
    void logIn() {
        users.actAs("Ada Admin", Role.ADMINISTRATOR);
    }

    @Test
    void ofAMemberItHoldsWhichFieldsChangedAndNoneOfTheirValues() {
        GroupId emea = groups.create("EMEA").id();
        var data = new ProfileData(
                Map.of(StandardField.NAME, "Aylin Demirtaş", StandardField.EMAIL, "aylin@orbitel.example"),
                FieldValues.NONE);
        MemberId aylin = ((AddOutcome.Added) register.add(new NewMember(data, Set.of(emea)))).id();
        var edited = new ProfileData(
                Map.of(StandardField.NAME, "Aylin Kaya", StandardField.EMAIL, "aylin@orbitel.example"),
                FieldValues.of(Map.of(new FieldId(2), List.of("Energy"))));
        profiles.edit(aylin, profiles.find(aylin).orElseThrow().version(), edited);

        assertThat(newest(3))
                .extracting(AuditEntry::action, AuditEntry::detail)
                .containsExactly(
                        tuple(
                                "member.edit",
                                new AuditDetail(null, List.of())
                                        .mentioning("Name")
                                        .mentioning("Industry")),
                        tuple("member.edit", new AuditDetail(null, List.of()).with("Group", null, "EMEA")),
                        tuple("member.create", new AuditDetail(null, List.of())));
        assertThat(newest(3)).extracting(AuditEntry::objectId).containsOnly(Long.toString(aylin.value()));
    }

    @Test
    void ofAGroupItHoldsWhatChangedFromWhatToWhat() {
        GroupId emea = groups.create("EMEA").id();
        groups.change(emea, groups.find(emea).orElseThrow().version(), new GroupDraft("EMEA", "emea-2026", false));
        groups.delete(emea);
        groups.delete(emea);

        assertThat(newest(10))
                .extracting(AuditEntry::action)
                .containsExactly("group.delete", "group.change", "group.create");
        assertThat(newest(2).getLast().detail())
                .isEqualTo(AuditDetail.named("EMEA").with("Join code", null, "emea-2026"));
    }

    @Test
    void ofAFieldItHoldsWhatChangedAndItsPlace() {
        var outcome = fields.create(new FieldDraft("Region", FieldType.TEXT, List.of(), false, false));
        FieldId region = ((SaveOutcome.Saved<FieldId>) outcome).id();
        fields.move(region, 0);
        fields.delete(region);

        assertThat(newest(10))
                .extracting(AuditEntry::action)
                .containsExactly("field.delete", "field.move", "field.create");
        assertThat(newest(2).getLast().detail())
                .isEqualTo(AuditDetail.named("Region").with("Place", 4, 1));
    }

    private List<AuditEntry> newest(int count) {
        return trail.page(AuditQuery.ALL, new AuditPages(), 0, count);
    }
}
