package dev.muster.members.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.GroupPart;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.Toasts;
import dev.muster.common.ui.WhileShown;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupDetails;
import dev.muster.members.GroupDraft;
import dev.muster.members.GroupId;
import dev.muster.members.MemberPulse;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The groups of the hub: who is in them is counted here, their names and join codes are set. */
@Route(GroupsView.PATH)
@Menu(order = 130, title = "nav.groups", icon = "groups")
@RolesAllowed(Role.Names.VIEWER)
class GroupsView extends ListAndFormPage<GroupDetails> {

    static final String PATH = "groups";

    private static final String ADD = "members.groups.add";

    private final transient GroupDesk desk;
    private final transient List<GroupPart> parts;
    private final boolean mayEdit;
    private final List<Grid.Column<GroupDetails>> wideColumns;

    GroupsView(GroupDesk desk, MemberPulse pulse, CurrentUser user, ObjectProvider<GroupPart> parts) {
        super("nav.groups");
        this.desk = desk;
        this.parts = parts.orderedStream().toList();
        this.mayEdit = user.has(Role.MANAGER);

        grid().addColumn(name())
                .setHeader(getTranslation("members.groups.name"))
                .setComparator(Comparator.comparing(GroupDetails::name, String.CASE_INSENSITIVE_ORDER))
                .setFlexGrow(3);
        wideColumns = List.of(
                grid().addColumn(group -> Objects.requireNonNullElse(group.joinCode(), ""))
                        .setHeader(getTranslation("members.groups.join-code"))
                        .setSortable(true)
                        .setFlexGrow(2),
                numberColumn("members.groups.members", GroupDetails::members),
                numberColumn("members.groups.pending", GroupDetails::pending),
                grid().addColumn(group -> group.joinedByDefault() ? getTranslation("members.list.yes") : "")
                        .setHeader(getTranslation("members.groups.default"))
                        .setSortable(true)
                        .setWidth("100px")
                        .setFlexGrow(0));
        if (mayEdit) {
            offerToAdd(ADD);
        }
        WhileShown.follow(this, pulse::watch, this::follow);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public List<GroupDetails> load() {
        return desk.all();
    }

    @Override
    public long idOf(GroupDetails row) {
        return row.id().value();
    }

    @Override
    protected Optional<DetailForm<?>> formOf(@Nullable GroupDetails row) {
        if (row != null) {
            return Optional.of(new GroupForm(
                    row,
                    mayEdit,
                    parts.stream()
                            .flatMap(part -> part.of(row.id().value()).stream())
                            .toList(),
                    new DetailForm.Actions<>(
                            draft -> show(desk.change(row.id(), row.version(), draft), GroupId::value),
                            () -> askToDelete(row),
                            this::close)));
        }
        return mayEdit
                ? Optional.of(new GroupForm(new DetailForm.Actions<GroupDraft>(
                        draft -> show(desk.create(draft), GroupId::value), () -> {}, this::close)))
                : Optional.empty();
    }

    @Override
    public EmptyState emptyState() {
        String sentence = getTranslation("members.groups.empty");
        String explanation = getTranslation("members.groups.empty-explanation");
        return mayEdit
                ? new EmptyState(Icons.GROUPS, sentence, explanation, addButton(ADD))
                : new EmptyState(Icons.GROUPS, sentence, explanation);
    }

    @Override
    protected void fit(Room room) {
        wideColumns.forEach(column -> column.setVisible(room != Room.PHONE));
    }

    private void askToDelete(GroupDetails row) {
        GroupDetails now = desk.find(row.id()).orElse(row);
        String consequence = now.members() + now.pending() == 0
                ? getTranslation("members.groups.delete-empty")
                : getTranslation("members.groups.delete-consequence", now.members(), now.pending());
        Question.beforeDeletion(
                getTranslation("members.groups.delete-question", now.name()),
                now.joinCode() == null
                        ? consequence
                        : consequence + " " + getTranslation("members.groups.delete-join-code"),
                () -> {
                    desk.delete(now.id());
                    closeGone();
                    Toasts.done(getTranslation("members.form.deleted", now.name()));
                });
    }

    private Grid.Column<GroupDetails> numberColumn(String headerKey, ValueProvider<GroupDetails, Long> number) {
        return grid().addColumn(group -> getTranslation("members.list.number", number.apply(group)))
                .setHeader(getTranslation(headerKey))
                .setComparator(number)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
    }

    /** On a phone the name is the only column, and says under it what the others would. */
    private Renderer<GroupDetails> name() {
        return LitRenderer.<GroupDetails>of("""
                        <div class="two-lines">
                            <a class="plain cut" router-link href="groups/${item.id}">${item.name}</a>
                            <span class="only-narrow muted small cut">${item.counts}</span>
                        </div>""")
                .withProperty("id", this::idOf)
                .withProperty("name", GroupDetails::name)
                .withProperty(
                        "counts", group -> getTranslation("members.groups.counts", group.members(), group.pending()));
    }
}
