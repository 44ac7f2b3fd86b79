package dev.muster.members.ui;

import dev.muster.members.MemberId;

class ProfileView {
    static String path(MemberId id) {
        return AdvocatesView.PATH + "/" + id.value();
    }
}
