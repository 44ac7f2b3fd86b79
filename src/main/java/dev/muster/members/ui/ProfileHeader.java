package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.State;
import dev.muster.common.ui.StateBadge;
import dev.muster.members.HistoryEntry;
import dev.muster.members.MemberFacts;
import dev.muster.members.MemberProfile;
import dev.muster.members.ProfileData;
import dev.muster.members.StandardField;
import java.util.ArrayList;

/** What stands under the name of a member, and how a profile calls whoever changed it. */
final class ProfileHeader {

    private ProfileHeader() {}

    /** Gives the text of a key, with arguments for its gaps. */
    interface Texts {
        String text(String key, Object... arguments);
    }

    /** Returns the {@code state} of a member, its flags and its place. */
    static Component[] of(MemberProfile profile, Component state) {
        var parts = new ArrayList<Component>();
        MemberFacts facts = profile.facts();
        parts.add(state);
        if (facts.moments().archived() != null) {
            parts.add(new StateBadge(State.ARCHIVED));
        }
        if (facts.moments().locked() != null) {
            parts.add(new StateBadge(State.LOCKED));
        }
        parts.add(new Span(place(profile.data())));
        return parts.toArray(Component[]::new);
    }

    static String name(HistoryEntry.Author author, Texts texts) {
        return switch (author) {
            case HistoryEntry.Person person -> person.name();
            case HistoryEntry.ImportRow row ->
                texts.text("members.history.import", row.source().fileName());
            case HistoryEntry.Undo undo ->
                texts.text("members.history.undo", undo.of().fileName());
            case HistoryEntry.Unknown _ -> texts.text("members.history.unknown");
        };
    }

    private static String place(ProfileData data) {
        String title = data.text(StandardField.TITLE);
        String company = data.text(StandardField.COMPANY);
        String position = title.isEmpty() || company.isEmpty()
                ? title + company
                : UI.getCurrent().getTranslation("members.profile.title-at-company", title, company);
        String email = data.text(StandardField.EMAIL);
        return position.isEmpty() ? email : position + " · " + email;
    }
}
