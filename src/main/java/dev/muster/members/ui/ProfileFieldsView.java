package dev.muster.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.dnd.GridDropEvent;
import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.muster.common.ui.Announcer;
import dev.muster.common.ui.EmptyState;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.SpokenText;
import dev.muster.common.ui.Toasts;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldDetails;
import dev.muster.members.FieldDraft;
import dev.muster.members.FieldId;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The custom profile fields: what they are, in which order they stand, and how many members hold a value. */
@Route(ProfileFieldsView.PATH)
@Menu(order = 300, title = "nav.profile-fields", icon = "fields")
@RolesAllowed(Role.Names.ADMINISTRATOR)
class ProfileFieldsView extends ListAndFormPage<FieldDefinition> {

    static final String PATH = "profile-fields";

    private static final String ADD = "members.fields.create";

    private final transient ProfileFieldDesk desk;
    private final List<Grid.Column<FieldDefinition>> fullColumns;
    private final List<Grid.Column<FieldDefinition>> wideColumns;

    private Map<FieldId, Long> holders = Map.of();
    private @Nullable FieldDefinition dragged;

    ProfileFieldsView(ProfileFieldDesk desk) {
        super("nav.profile-fields");
        this.desk = desk;

        Grid<FieldDefinition> grid = grid();
        var cells = new FieldCells(field -> holdersOf(field.id()));
        var grip = grid.addComponentColumn(_ -> grip())
                .setHeader(new SpokenText(getTranslation("members.fields.order")))
                .setWidth("40px")
                .setFlexGrow(0);
        grid.addColumn(cells.name())
                .setHeader(getTranslation("members.fields.name"))
                .setFlexGrow(2);
        var type = grid.addColumn(FieldCells::type)
                .setHeader(getTranslation("members.fields.type"))
                .setWidth("120px")
                .setFlexGrow(0);
        var choices = grid.addColumn(cells.choices())
                .setHeader(getTranslation("members.fields.choices"))
                .setFlexGrow(4);
        var shown = grid.addColumn(field -> field.shownToMember() ? getTranslation("members.list.yes") : "")
                .setHeader(getTranslation("members.fields.shown-to-member"))
                .setWidth("170px")
                .setFlexGrow(0);
        var inUse = grid.addColumn(field -> getTranslation("members.list.number", holdersOf(field.id())))
                .setHeader(getTranslation("members.fields.in-use"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::rowMenu)
                .setHeader(new SpokenText(getTranslation("common.list.actions")))
                .setWidth("60px")
                .setFlexGrow(0);
        fullColumns = List.of(choices, shown);
        wideColumns = List.of(grip, type, inUse);
        grid.setRowsDraggable(true);
        grid.setDropMode(GridDropMode.BETWEEN);

        grid.addDragStartListener(drag -> dragged = drag.getDraggedItems().getFirst());
        grid.addDragEndListener(_ -> dragged = null);
        grid.addDropListener(this::drop);

        offerToAdd(ADD);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public List<FieldDefinition> load() {
        holders = desk.holders();
        return desk.definitions();
    }

    @Override
    public long idOf(FieldDefinition row) {
        return row.id().value();
    }

    @Override
    protected Optional<DetailForm<?>> formOf(@Nullable FieldDefinition row) {
        if (row == null) {
            return Optional.of(new ProfileFieldForm(
                    null,
                    0,
                    new DetailForm.Actions<FieldDraft>(
                            draft -> show(desk.create(draft), FieldId::value), () -> {}, this::close)));
        }
        return desk.find(row.id()).map(field -> form(field));
    }

    private DetailForm<?> form(FieldDetails field) {
        FieldId id = field.definition().id();
        return new ProfileFieldForm(
                field.definition(),
                holdersOf(id),
                new DetailForm.Actions<>(
                        draft -> show(desk.change(id, field.version(), draft), FieldId::value),
                        () -> askToDelete(field.definition()),
                        this::close));
    }

    @Override
    public EmptyState emptyState() {
        return new EmptyState(
                Icons.FIELDS,
                getTranslation("members.fields.empty"),
                getTranslation("members.fields.empty-explanation"),
                addButton(ADD));
    }

    @Override
    protected void fit(Room room) {
        fullColumns.forEach(column -> column.setVisible(room == Room.FULL));
        wideColumns.forEach(column -> column.setVisible(room != Room.PHONE));
    }

    private void askToDelete(FieldDefinition field) {
        Question.beforeDeletion(
                getTranslation("members.fields.delete-question", field.name()),
                getTranslation("members.fields.delete-consequence", desk.holders(field.id())),
                () -> {
                    desk.delete(field.id());
                    closeGone();
                    Toasts.done(getTranslation("members.form.deleted", field.name()));
                });
    }

    private void drop(GridDropEvent<FieldDefinition> drop) {
        FieldDefinition moved = dragged;
        if (moved == null) {
            return;
        }
        drop.getDropTargetItem().ifPresent(target -> {
            int from = rows().indexOf(moved);
            int to = rows().indexOf(target) + (drop.getDropLocation() == GridDropLocation.BELOW ? 1 : 0);
            move(moved, from < to ? to - 1 : to);
        });
    }

    private void move(FieldDefinition field, int index) {
        desk.move(field.id(), index);
        refresh();
        focusRow(field);
        getUI().ifPresent(ui -> Announcer.say(
                ui, getTranslation("members.fields.moved", field.name(), rows().indexOf(field) + 1, rows().size())));
    }

    private static SvgIcon grip() {
        SvgIcon grip = Icons.GRIP.create();
        grip.addClassName("grip");
        return grip;
    }

    private Button rowMenu(FieldDefinition field) {
        var button = new Button(Icons.MORE.create());
        String label = getTranslation("members.fields.row-menu", field.name());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("aura-accent-neutral", "icon-button", "small-button");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        int index = rows().indexOf(field);
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        MenuItem up = menu.addItem(getTranslation("members.fields.move-up"), _ -> move(field, index - 1));
        up.setEnabled(index > 0);
        MenuItem down = menu.addItem(getTranslation("members.fields.move-down"), _ -> move(field, index + 1));
        down.setEnabled(index < rows().size() - 1);
        menu.addItem(getTranslation("members.form.delete"), _ -> askToDelete(field))
                .addClassName("danger");
        return button;
    }

    private long holdersOf(FieldId id) {
        return holders.getOrDefault(id, 0L);
    }
}
