package dev.muster.invitations.ui;

import com.vaadin.flow.component.UI;
import dev.muster.invitations.InvitePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an invitation to many would be, in words; who is not there is not spoken of. */
final class InviteWords {

    private InviteWords() {}

    /** Says who would be invited. */
    static String who(InvitePlan plan) {
        String all = text("invitations.invite.contacts", plan.invited());
        if (plan.invited() == 0) {
            return all;
        }
        List<String> kinds = new ArrayList<>();
        add(kinds, "invitations.invite.advocates", plan.advocates());
        add(kinds, "invitations.invite.nominees", plan.nominees());
        return text("invitations.invite.who", all, String.join(", ", kinds));
    }

    /** Says what inviting some of all members means: how many are left out, and who becomes what. */
    static String consequence(InvitePlan plan) {
        List<String> sentences = new ArrayList<>();
        if (plan.leftOut().number() > 0) {
            sentences.add(text(
                    "invitations.bulk.left-out", plan.leftOut().number(), String.join(", ", reasons(plan.leftOut()))));
        }
        add(sentences, "invitations.bulk.letters", plan.invited());
        add(sentences, "invitations.bulk.nominees", plan.nominees());
        return String.join(" ", sentences);
    }

    /** Says that nobody of those selected can be invited, and why. */
    static String nobody(InvitePlan plan) {
        return text("invitations.bulk.nobody", String.join(", ", reasons(plan.leftOut())));
    }

    private static List<String> reasons(InvitePlan.LeftOut leftOut) {
        List<String> reasons = new ArrayList<>();
        add(reasons, "invitations.invite.joined", leftOut.joined());
        add(reasons, "invitations.invite.opted-out", leftOut.optedOut());
        add(reasons, "invitations.invite.archived", leftOut.archived());
        add(reasons, "invitations.invite.locked", leftOut.locked());
        add(reasons, "invitations.invite.lately", leftOut.lately());
        return reasons;
    }

    /** Says who would get no mail, and why. */
    static String leftOut(InvitePlan.LeftOut leftOut) {
        String names = String.join(", ", leftOut.names());
        boolean areAll = leftOut.names().size() == leftOut.number();
        return text(
                areAll ? "invitations.invite.left-out" : "invitations.invite.left-out-among",
                String.join(", ", reasons(leftOut)),
                names);
    }

    /** Says how many letters go out, and how long that takes. */
    static String count(long letters, @Nullable Duration time) {
        String count = text("invitations.invite.count", letters);
        if (letters == 0) {
            return count;
        }
        if (time == null) {
            return text("invitations.invite.kept", count);
        }
        if (time.toMinutes() == 0) {
            return text("invitations.invite.minute", count);
        }
        return time.toHours() == 0
                ? text("invitations.invite.minutes", count, time.toMinutes() + 1)
                : text("invitations.invite.hours", count, time.toHours() + 1);
    }

    private static void add(List<String> parts, String key, long number) {
        if (number > 0) {
            parts.add(text(key, number));
        }
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
