package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.muster.common.ui.InitialsAvatar;
import dev.muster.common.ui.Page;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.Toasts;
import dev.muster.common.ui.WhileShown;
import dev.muster.members.EditOutcome;
import dev.muster.members.MemberChange.Kind;
import dev.muster.members.MemberId;
import dev.muster.members.MemberProfile;
import dev.muster.members.MemberPulse;
import dev.muster.members.MembersDesk;
import dev.muster.members.ProfileDesk;
import dev.muster.members.StandardField;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of one member: every field to edit, its groups, and what was changed by whom. */
@Route(AdvocatesView.PATH)
@RolesAllowed(Role.Names.VIEWER)
class ProfileView extends Page implements HasUrlParameter<Long>, BeforeLeaveObserver {

    private final transient ProfileSource source;
    private final transient ProfileDesk profiles;
    private final transient ProfileParts parts;
    private final boolean mayEdit;
    private final Div avatar = new Div();
    private final Button save = new Button(getTranslation("members.form.save"));
    private final TwoVersions note = new TwoVersions();
    private final ProfileAround around;

    private @Nullable ProfileContent content;
    private @Nullable ProfileForm form;

    ProfileView(
            ProfileSource source,
            ProfileDesk profiles,
            MembersDesk members,
            Times times,
            MemberPulse pulse,
            CurrentUser user,
            ProfileParts parts) {
        super("nav.advocates");
        this.source = source;
        this.profiles = profiles;
        this.parts = parts;
        this.mayEdit = user.has(Role.MANAGER);

        around = new ProfileAround(members, times, parts, mayEdit, this::afterChange);

        save.addClickListener(_ -> save());
        // The focused input hands over what was typed into it before the shortcut counts.
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();

        avatar.addClassName("profile-avatar");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.setVisible(mayEdit);
        addBeforeHeading(avatar);
        addActions(save);
        add(note, around);
        WhileShown.follow(this, pulse::watch, this::follow);
    }

    static String path(MemberId id) {
        return AdvocatesView.PATH + "/" + id.value();
    }

    @Override
    public void setParameter(BeforeEvent event, Long number) {
        var id = new MemberId(number);
        Optional<ProfileContent> found = source.find(id);
        if (found.isPresent()) {
            around.forget();
            show(found.get());
        } else if (profiles.wasDeleted(id)) {
            showGone(id);
        } else {
            throw new NotFoundException();
        }
    }

    /** Shows what happened to the member elsewhere. What was entered and not saved stays, and is saved as it began. */
    private void follow() {
        if (content == null || form == null) {
            return;
        }
        MemberProfile before = content.profile();
        Optional<ProfileContent> now = source.find(before.id());
        if (now.isEmpty()) {
            showGone(before.id());
        } else if (!now.get().profile().equals(before)) {
            if (form.isChanged()) {
                showHeader(now.get().profile());
            } else {
                show(now.get());
            }
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form != null && form.isChanged()) {
            var navigation = event.postpone();
            Question.beforeLeaving(
                    () -> {
                        form = null;
                        navigation.proceed();
                    },
                    navigation::cancel);
        }
    }

    private void show(ProfileContent shown) {
        content = shown;
        note.setVisible(false);
        showHeader(shown.profile());
        form = new ProfileForm(shown.profile().data(), shown.fields(), this::changed);
        if (!mayEdit) {
            form.setReadOnly();
        }
        changed();
        around.show(shown, form);
    }

    private void showHeader(MemberProfile profile) {
        String name = profile.data().text(StandardField.NAME);
        setHeading(name);
        avatar.removeAll();
        avatar.add(new InitialsAvatar(name));
        setSubtitle(ProfileHeader.of(profile, parts.state(profile)));
    }

    private void afterChange(MemberId id, Kind kind) {
        if (kind == Kind.DELETE) {
            showGone(id);
        } else {
            reloadAround(id);
        }
    }

    private void reloadAround(MemberId id) {
        source.find(id).ifPresent(now -> {
            content = now;
            showHeader(now.profile());
            if (form != null) {
                around.show(now, form);
            }
        });
    }

    private void changed() {
        save.setEnabled(form != null && form.isChanged());
    }

    private void save() {
        if (form != null && content != null && mayEdit && form.isChanged()) {
            save(form, content.profile(), content.profile().version());
        }
    }

    private void save(ProfileForm entered, MemberProfile profile, long version) {
        switch (profiles.edit(profile.id(), version, entered.data())) {
            case EditOutcome.Saved saved -> {
                show(source.around(saved.profile()));
                saySaved(profile, saved.profile());
            }
            case EditOutcome.Refused refused -> {
                changed();
                entered.show(refused.problems());
            }
            case EditOutcome.ChangedMeanwhile changed -> {
                changed();
                askWhoseChangesStay(entered, changed);
            }
            case EditOutcome.Gone _ -> showGone(profile.id());
        }
    }

    private void saySaved(MemberProfile before, MemberProfile now) {
        String saved = getTranslation("members.form.saved");
        if (before.data().text(StandardField.EMAIL).equals(now.data().text(StandardField.EMAIL))) {
            Toasts.done(saved);
        } else {
            parts.sayMoved(now.id(), saved);
        }
    }

    private void askWhoseChangesStay(ProfileForm entered, EditOutcome.ChangedMeanwhile changed) {
        note.ask(
                ProfileHeader.name(changed.by(), this::getTranslation),
                () -> show(source.around(changed.theirs())),
                () -> save(entered, changed.theirs(), changed.theirs().version()));
    }

    /** Whoever was added by an import that was undone is gone, too, but nothing keeps them away. */
    private void showGone(MemberId id) {
        String how = profiles.wasDeleted(id) ? "deleted" : "removed";
        form = null;
        content = null;
        setHeading(getTranslation("members.profile." + how));
        setSubtitle(new Component[0]);
        avatar.setVisible(false);
        save.setVisible(false);
        note.setVisible(false);
        around.showGone(getTranslation("members.profile." + how + "-explanation"));
    }
}
