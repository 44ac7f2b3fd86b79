package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.members.FieldDefinition;
import dev.muster.members.MemberFacts;
import dev.muster.members.MemberKind;
import dev.muster.members.MemberProfile;
import dev.muster.members.MemberStatus;
import dev.muster.members.Membership;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.StandardField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts members into the words of the API. */
@Component
class AdvocateAnswers {

    private final ProfileFieldDesk fields;
    private final Catalogue texts;

    AdvocateAnswers(ProfileFieldDesk fields, Catalogue texts) {
        this.fields = fields;
        this.texts = texts;
    }

    AdvocateAnswer of(MemberProfile member) {
        return of(List.of(member)).getFirst();
    }

    List<AdvocateAnswer> of(List<MemberProfile> members) {
        List<FieldDefinition> definitions = fields.definitions();
        return members.stream().map(member -> of(member, definitions)).toList();
    }

    private AdvocateAnswer of(MemberProfile member, List<FieldDefinition> definitions) {
        MemberFacts facts = member.facts();
        return new AdvocateAnswer(
                member.id().value(),
                member.data().text(StandardField.NAME),
                member.data().text(StandardField.EMAIL),
                orNull(member, StandardField.TITLE),
                orNull(member, StandardField.COMPANY),
                orNull(member, StandardField.SALESFORCE_ID),
                orNull(member, StandardField.EXTERNAL_CONTACT_ID),
                orNull(member, StandardField.EXTERNAL_ACCOUNT_ID),
                kind(facts.status()),
                texts.text("common.state." + facts.status().name()),
                texts.text("members.source." + facts.source().name()),
                groups(member, true),
                groups(member, false),
                values(member, definitions),
                facts.moments().lastInvited(),
                facts.moments().joined(),
                facts.moments().archived() != null,
                facts.moments().locked() != null);
    }

    private static @Nullable String orNull(MemberProfile member, StandardField field) {
        String text = member.data().text(field);
        return text.isEmpty() ? null : text;
    }

    /** Whoever has joined is an advocate. */
    private static MemberKind kind(MemberStatus status) {
        return switch (status) {
            case JOINED, NOT_JOINED -> MemberKind.ADVOCATE;
            case NOMINEE -> MemberKind.NOMINEE;
        };
    }

    private static List<String> groups(MemberProfile member, boolean effective) {
        return member.groups().stream()
                .filter(group -> group.effective() == effective)
                .map(Membership::name)
                .toList();
    }

    private static Map<String, List<String>> values(MemberProfile member, List<FieldDefinition> definitions) {
        var values = new LinkedHashMap<String, List<String>>();
        for (FieldDefinition field : definitions) {
            List<String> held = member.data().custom().of(field.id());
            if (!held.isEmpty()) {
                values.put(field.name(), held);
            }
        }
        return values;
    }
}
