package dev.muster.members;

import dev.muster.common.AnotherTurn;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members see and change about themselves. */
@Service
@AnotherTurn
@PreAuthorize("hasRole('MEMBER')")
public class OwnProfile {

    private final Members members;
    private final ProfileCheck check;
    private final MemberHistory history;
    private final ProfileFieldDesk fields;
    private final MemberPulse pulse;

    OwnProfile(Members members, ProfileCheck check, MemberHistory history, ProfileFieldDesk fields, MemberPulse pulse) {
        this.members = members;
        this.check = check;
        this.history = history;
        this.fields = fields;
        this.pulse = pulse;
    }

    /**
     * A member as it sees itself.
     *
     * @param title empty where it is blank, and so is the company
     * @param shown the values of the custom profile fields that are shown to members, by the name of the field
     */
    public record Self(
            String name, String email, String title, String company, SequencedMap<String, List<String>> shown) {}

    /** Returns how {@code member}, who is the one asking, sees itself. */
    @Transactional(readOnly = true)
    public Optional<Self> find(MemberId member) {
        return members.findById(member.value()).map(found -> self(found.data()));
    }

    /**
     * Changes what {@code member}, who is the one asking, may change about itself.
     *
     * @return what was wrong; empty where it is saved
     */
    @Transactional
    public List<FieldProblem> change(MemberId member, String name, String title, String company) {
        Member found = members.findById(member.value())
                .orElseThrow(() -> new IllegalStateException("The member %d is gone.".formatted(member.value())));
        Map<StandardField, String> texts = new EnumMap<>(found.data().standard());
        texts.put(StandardField.NAME, name);
        texts.put(StandardField.TITLE, title);
        texts.put(StandardField.COMPANY, company);
        var checked = check.check(new ProfileData(texts, found.data().custom()), found);
        if (!checked.problems().isEmpty()) {
            return checked.problems();
        }
        List<FieldChange> changes = found.edit(checked.data(), checked.validEmail());
        members.saveAndFlush(found);
        if (!changes.isEmpty()) {
            history.add(member, changes);
            pulse.beat();
        }
        return List.of();
    }

    private Self self(ProfileData data) {
        var shown = new LinkedHashMap<String, List<String>>();
        fields.definitions().stream()
                .filter(FieldDefinition::shownToMember)
                .forEach(field -> shown.put(field.name(), data.custom().of(field.id())));
        return new Self(
                data.text(StandardField.NAME),
                data.text(StandardField.EMAIL),
                data.text(StandardField.TITLE),
                data.text(StandardField.COMPANY),
                shown);
    }
}
