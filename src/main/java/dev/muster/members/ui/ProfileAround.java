package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.Toasts;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberChange.Kind;
import dev.muster.members.MemberId;
import dev.muster.members.MemberProfile;
import dev.muster.members.MemberSelection;
import dev.muster.members.MembersDesk;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What surrounds the form of a profile: the tabs, of which some change the member at once, and the cards beside them. */
final class ProfileAround extends Composite<Div> {

    private final transient MembersDesk members;
    private final transient Times times;
    private final transient ProfileParts parts;
    private final boolean mayEdit;
    private final transient BiConsumer<MemberId, Kind> onChange;
    private @Nullable ProfileTabs tabs;

    /**
     * Creates it without a profile.
     *
     * @param mayEdit whether whoever looks at it may change it
     * @param onChange is told what was done to the member here
     */
    ProfileAround(
            MembersDesk members,
            Times times,
            ProfileParts parts,
            boolean mayEdit,
            BiConsumer<MemberId, Kind> onChange) {
        this.members = members;
        this.times = times;
        this.parts = parts;
        this.mayEdit = mayEdit;
        this.onChange = onChange;
        getContent().addClassName("profile");
    }

    /** Opens the first tab the next time. */
    void forget() {
        tabs = null;
    }

    /** Shows {@code shown} around {@code form}, which keeps what was entered. */
    void show(ProfileContent shown, Component form) {
        var history = History.of(shown);
        var newTabs = new ProfileTabs(
                form,
                new ProfileGroups(shown.profile(), shown.groups(), mayEdit ? groupActions(shown) : null),
                shown.profile().groups().size(),
                parts.tabs(shown.profile().id()),
                new HistoryList(history, shown.fields(), times),
                mayEdit ? new DangerZone(shown.profile(), times, kind -> change(shown.profile(), kind)) : null);
        if (tabs != null) {
            newTabs.select(tabs.selected());
        }
        tabs = newTabs;
        var aside = new Div(
                new GlanceCard(shown.profile(), times),
                new LatestCard(history, shown.fields(), times, newTabs::selectHistory));
        aside.addClassName("profile-aside");
        getContent().removeAll();
        getContent().add(newTabs, aside);
    }

    /** Shows that the member is no more, and {@code sentence} about what that means. */
    void showGone(String sentence) {
        var back = new Button(
                getTranslation("members.profile.to-advocates"),
                _ -> getUI().ifPresent(ui -> ui.navigate(AdvocatesView.class)));
        getContent().removeAll();
        getContent().add(new EmptyState(Icons.USER, sentence, "", back));
    }

    private ProfileGroups.Actions groupActions(ProfileContent shown) {
        MemberId id = shown.profile().id();
        return new ProfileGroups.Actions(
                group -> {
                    change(id, new MemberChange(Kind.ADD_TO_GROUP, group.id()));
                    Toasts.done(getTranslation("members.profile.groups.was-added", group.name()));
                },
                membership -> {
                    change(id, new MemberChange(Kind.REMOVE_FROM_GROUP, membership.group()));
                    Toasts.done(getTranslation("members.profile.groups.was-removed", membership.name()));
                });
    }

    private void change(MemberProfile profile, Kind kind) {
        change(profile.id(), MemberChange.of(kind));
        Toasts.done(getTranslation("members.selection.done." + kind, 1, ""));
    }

    private void change(MemberId id, MemberChange change) {
        members.change(new MemberSelection.Some(Set.of(id)), change);
        onChange.accept(id, change.kind());
    }
}
