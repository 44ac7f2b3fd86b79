package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.muster.common.ui.State;
import dev.muster.common.ui.StateBadge;
import dev.muster.common.ui.TimeText;
import dev.muster.common.ui.Times;
import dev.muster.members.ImportReference;
import dev.muster.members.MemberFacts;
import dev.muster.members.MemberProfile;
import dev.muster.members.Membership;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one wants to know about a member first. */
final class GlanceCard extends Composite<Div> {

    private final DescriptionList facts = new DescriptionList();
    private final transient Times times;

    GlanceCard(MemberProfile profile, Times times) {
        this.times = times;
        MemberFacts known = profile.facts();
        MemberFacts.Moments moments = known.moments();
        add("members.profile.status", states(known));
        add("members.profile.source", source(known));
        add("members.profile.added", new TimeText(moments.added(), times));
        add("members.profile.last-invited", moment(moments.lastInvited(), "members.never-invited"));
        if (moments.joined() != null) {
            add("members.profile.joined", new TimeText(moments.joined(), times));
            add("members.profile.last-login", moment(moments.lastLogin(), "members.profile.never-logged-in"));
        }
        add("members.profile.groups", groups(profile));
        getContent().addClassNames("card", "glance");
        getContent().add(new H2(getTranslation("members.profile.glance")), facts);
    }

    private void add(String key, Component value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private static Component states(MemberFacts known) {
        var states = new Div(new StateBadge(MemberWords.state(known.status())));
        if (known.moments().archived() != null) {
            states.add(new StateBadge(State.ARCHIVED));
        }
        if (known.moments().locked() != null) {
            states.add(new StateBadge(State.LOCKED));
        }
        if (known.moments().optedOut() != null) {
            states.add(new StateBadge(State.OPTED_OUT));
        }
        states.addClassName("chips");
        return states;
    }

    private Component source(MemberFacts known) {
        String words = getTranslation("members.source." + known.source().name());
        ImportReference broughtBy = known.broughtBy();
        if (broughtBy == null) {
            return new Span(words);
        }
        return new Div(new Span(words + ", "), new Anchor("imports/" + broughtBy.id(), broughtBy.fileName()));
    }

    private Component moment(@Nullable Instant moment, String neverKey) {
        return moment == null ? new Span(getTranslation(neverKey)) : new TimeText(moment, times);
    }

    private Component groups(MemberProfile profile) {
        if (profile.groups().isEmpty()) {
            return new Span(getTranslation("members.profile.groups.none"));
        }
        var tags = new Div();
        tags.addClassName("chips");
        for (Membership group : profile.groups()) {
            var tag = new Span(
                    group.effective()
                            ? group.name()
                            : getTranslation("members.profile.groups.tag-pending", group.name()));
            tag.addClassName("tag");
            tags.add(tag);
        }
        return tags;
    }
}
