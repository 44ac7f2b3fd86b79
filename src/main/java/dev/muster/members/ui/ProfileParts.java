package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.muster.common.ui.ProfilePart;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.Toasts;
import dev.muster.members.MemberId;
import dev.muster.members.MemberProfile;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** What other features add to a profile. */
@SpringComponent
class ProfileParts {

    private final List<ProfilePart> parts;

    ProfileParts(ObjectProvider<ProfilePart> parts) {
        this.parts = parts.orderedStream().toList();
    }

    /** Returns what stands under the name: the plain state where no feature has something to do with it. */
    Component state(MemberProfile profile) {
        return parts.stream()
                .map(part -> part.state(profile.id().value()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(
                        () -> new StateBadge(MemberWords.state(profile.facts().status())));
    }

    /** Says that the member is saved, and what can be done about its new address. */
    void sayMoved(MemberId id, String otherwise) {
        parts.stream()
                .map(part -> part.atNewAddress(id.value()))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresentOrElse(
                        offer -> Toasts.done(offer.text(), offer.action(), offer.step()), () -> Toasts.done(otherwise));
    }

    List<ProfilePart.Tab> tabs(MemberId id) {
        return parts.stream()
                .map(part -> part.tab(id.value()))
                .flatMap(Optional::stream)
                .toList();
    }
}
