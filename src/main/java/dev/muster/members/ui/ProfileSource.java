package dev.muster.members.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.members.GroupDesk;
import dev.muster.members.MemberHistory;
import dev.muster.members.MemberId;
import dev.muster.members.MemberProfile;
import dev.muster.members.ProfileDesk;
import dev.muster.members.ProfileFieldDesk;
import java.util.Optional;

/** Gathers what a profile page shows. */
@SpringComponent
class ProfileSource {

    /** More than anyone reads; who needs all of it asks the export. */
    static final int HISTORY_LIMIT = 200;

    private final ProfileDesk profiles;
    private final MemberHistory history;
    private final ProfileFieldDesk fields;
    private final GroupDesk groups;

    ProfileSource(ProfileDesk profiles, MemberHistory history, ProfileFieldDesk fields, GroupDesk groups) {
        this.profiles = profiles;
        this.history = history;
        this.fields = fields;
        this.groups = groups;
    }

    Optional<ProfileContent> find(MemberId id) {
        return profiles.find(id).map(this::around);
    }

    ProfileContent around(MemberProfile profile) {
        return new ProfileContent(
                profile, fields.definitions(), groups.summaries(), history.of(profile.id(), HISTORY_LIMIT));
    }
}
