package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.muster.common.ui.Icons;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberProfile;
import dev.muster.members.MemberStatus;
import dev.muster.members.Membership;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The groups of a member: those it is in, and those that wait for it to join. */
final class ProfileGroups extends Composite<Div> {

    private final @Nullable Consumer<Membership> onRemove;

    /**
     * What a person can do with the groups of a member.
     *
     * @param add takes a group that the member is not in
     * @param remove takes a group that the member is in
     */
    record Actions(Consumer<GroupSummary> add, Consumer<Membership> remove) {}

    /**
     * Creates the lists.
     *
     * @param all every group of the hub
     * @param actions null for whoever may only read
     */
    ProfileGroups(MemberProfile member, List<GroupSummary> all, @Nullable Actions actions) {
        List<Membership> memberships = member.groups();
        List<Membership> pending =
                memberships.stream().filter(one -> !one.effective()).toList();
        onRemove = actions == null ? null : actions.remove();
        getContent().addClassNames("card", "profile-groups");
        getContent()
                .add(
                        new H2(getTranslation("members.profile.groups.effective")),
                        list(memberships.stream().filter(Membership::effective).toList()));
        // Nothing waits for somebody who has joined.
        if (member.facts().status() != MemberStatus.JOINED || !pending.isEmpty()) {
            getContent().add(new H2(getTranslation("members.profile.groups.pending")), list(pending));
        }
        if (actions != null) {
            List<GroupId> taken = memberships.stream().map(Membership::group).toList();
            getContent()
                    .add(adder(
                            all.stream()
                                    .filter(group -> !taken.contains(group.id()))
                                    .toList(),
                            actions.add()));
        }
    }

    private Component list(List<Membership> memberships) {
        if (memberships.isEmpty()) {
            var none = new Paragraph(getTranslation("members.profile.groups.none"));
            none.addClassName("muted");
            return none;
        }
        var list = new UnorderedList();
        list.addClassName("group-list");
        for (Membership membership : memberships) {
            var item = new ListItem(new Span(membership.name()));
            if (onRemove != null) {
                item.add(removeButton(membership, onRemove));
            }
            list.add(item);
        }
        return list;
    }

    private Button removeButton(Membership membership, Consumer<Membership> remove) {
        var button = new Button(Icons.X.create(), _ -> remove.accept(membership));
        String label = getTranslation("members.profile.groups.remove", membership.name());
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("aura-accent-neutral", "icon-button");
        button.setDisableOnClick(true);
        return button;
    }

    private Component adder(List<GroupSummary> groups, Consumer<GroupSummary> add) {
        var choice = new ComboBox<GroupSummary>(getTranslation("members.profile.groups.add-to"));
        choice.setItems(groups);
        choice.setItemLabelGenerator(GroupSummary::name);
        var button = new Button(getTranslation("members.profile.groups.add"), Icons.PLUS.create());
        button.addClassName("aura-accent-neutral");
        button.setEnabled(false);
        choice.addValueChangeListener(change -> button.setEnabled(change.getValue() != null));
        button.addClickListener(_ -> choice.getOptionalValue().ifPresent(add));
        var row = new Div(choice, button);
        row.addClassName("add-row");
        return row;
    }
}
