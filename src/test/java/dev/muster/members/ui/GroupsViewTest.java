package dev.muster.members.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupDetails;
import dev.muster.members.GroupDraft;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GroupsViewTest extends UiTest {

    @Autowired
    GroupDesk desk;

    @Test
    void anEmptyHubOffersToAddAGroup() {
        actAs("Viktor Manager", Role.MANAGER);

        GroupsView view = navigate(GroupsView.class);

        assertThat(view.getPageTitle()).isEqualTo("Groups | Muster");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains(
                        "No groups yet",
                        "A group is a named set of members. Imports can add everyone in a file to one.");
    }

    @Test
    void addingIsOfferedOnceWhetherOrNotThereAreGroups() {
        actAs("Viktor Manager", Role.MANAGER);
        navigate(GroupsView.class);
        assertThat(isOfferedAtTheTop()).isFalse();

        desk.create(new GroupDraft("EMEA", "emea", false));
        navigate(GroupsView.class, "new");

        assertThat(isOfferedAtTheTop()).isTrue();
    }

    private boolean isOfferedAtTheTop() {
        return find(Button.class)
                .withText("Add group")
                .withCondition(button -> button.getParent().orElseThrow().hasClassName("page-actions"))
                .exists();
    }

    @Test
    void aGroupIsAddedAndIsThenOpen() {
        actAs("Viktor Manager", Role.MANAGER);
        navigate(GroupsView.class, "new");

        test(name()).setValue(" EMEA ");
        test(joinCode()).setValue("emea-2026");
        test(find(Checkbox.class).single()).click();
        test(save()).click();

        GroupSummary group = desk.summaries().getFirst();
        assertThat(desk.all()).containsExactly(new GroupDetails(group.id(), 0, "EMEA", "emea-2026", true, 0, 0));
        assertThat(address()).isEqualTo("groups/" + group.id().value());
        assertThat(find(H2.class).single().getText()).isEqualTo("EMEA");
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void problemsStandAtTheirInputs() {
        actAs("Viktor Manager", Role.MANAGER);
        desk.create(new GroupDraft("EMEA", "emea", false));
        navigate(GroupsView.class, "new");

        test(name()).setValue("emea");
        test(joinCode()).setValue("EMEA");
        test(save()).click();

        assertThat(name().getErrorMessage()).isEqualTo("There is a group with this name already. Choose another name.");
        assertThat(joinCode().getErrorMessage()).isEqualTo("This join code is taken");
        test(joinCode()).setValue("e/a");
        assertThat(joinCode().isInvalid()).isFalse();
        test(save()).click();
        assertThat(joinCode().getErrorMessage()).isEqualTo("Letters, digits, - and _ only");
        assertThat(desk.summaries()).hasSize(1);
    }

    @Test
    void changingAJoinCodeSaysThatTheOldUrlStopsWorking() {
        actAs("Viktor Manager", Role.MANAGER);
        GroupSummary group = desk.create("EMEA");
        desk.change(group.id(), 0, new GroupDraft("EMEA", "emea", false));
        open(group.id());

        assertThat(joinCode().getHelperText()).isEqualTo("Letters, digits, - and _ only");
        test(joinCode()).setValue("emea-2026");
        assertThat(joinCode().getHelperText()).isEqualTo("The old URL stops working.");
        test(joinCode()).setValue("emea");
        assertThat(joinCode().getHelperText()).isEqualTo("Letters, digits, - and _ only");
    }

    @Test
    void aChangedFormIsNotLeftWithoutAsking() {
        actAs("Viktor Manager", Role.MANAGER);
        GroupSummary emea = desk.create("EMEA");
        GroupSummary beta = desk.create("Beta");
        open(emea.id());
        test(name()).setValue("Europe");

        UI.getCurrent().navigate("groups/" + beta.id().value());
        assertThat(test(find(ConfirmDialog.class).single()).getHeader()).isEqualTo("Leave without saving?");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(find(H2.class).single().getText()).isEqualTo("EMEA");
        assertThat(name().getValue()).isEqualTo("Europe");

        UI.getCurrent().navigate("groups/" + beta.id().value());
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(H2.class).single().getText()).isEqualTo("Beta");
        assertThat(desk.summaries()).containsExactly(beta, emea);
    }

    @Test
    void deletingSaysWhoIsInTheGroup() {
        actAs("Viktor Manager", Role.MANAGER);
        GroupSummary group = desk.create("EMEA");
        desk.change(group.id(), 0, new GroupDraft("EMEA", "emea", false));
        open(group.id());

        test(find(Button.class).withText("Delete").single()).click();
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(test(question).getHeader()).isEqualTo("Delete the group EMEA?");
        assertThat(test(question).getText()).isEqualTo("Nobody is in it. Its join code stops working.");
        test(question).confirm();

        assertThat(desk.summaries()).isEmpty();
        assertThat(address()).isEqualTo("groups");
        assertThat(find(H2.class).exists()).isFalse();
    }

    @Test
    void whatSomeoneElseChangedIsNotOverwritten() {
        actAs("Viktor Manager", Role.MANAGER);
        GroupSummary group = desk.create("EMEA");
        open(group.id());
        desk.change(group.id(), 0, new GroupDraft("Europe", null, false));

        test(name()).setValue("Emea");
        test(save()).click();
        assertThat(desk.summaries()).containsExactly(new GroupSummary(group.id(), "Europe"));

        test(find(Button.class).withText("Load again").single()).click();
        assertThat(name().getValue()).isEqualTo("Europe");
    }

    @Test
    void theListShowsNamesCodesAndCounts() {
        actAs("Vera Viewer", Role.VIEWER);
        actAs("Viktor Manager", Role.MANAGER);
        GroupSummary group = desk.create("EMEA");
        desk.change(group.id(), 0, new GroupDraft("EMEA", "emea", true));
        navigate(GroupsView.class);

        Grid<?> grid = find(Grid.class).single();
        assertThat(grid.getColumns().stream()
                        .map(column -> column.getHeaderText())
                        .toList())
                .isEqualTo(List.of("Name", "Join code", "Members", "Pending", "Default"));
        assertThat(test(grid).getCellText(0, 1)).isEqualTo("emea");
        assertThat(test(grid).getCellText(0, 2)).isEqualTo("0");
        assertThat(test(grid).getCellText(0, 4)).isEqualTo("Yes");
    }

    @Test
    void viewersOnlyRead() {
        actAs("Viktor Manager", Role.MANAGER);
        GroupSummary group = desk.create("EMEA");
        actAs("Vera Viewer", Role.VIEWER);

        open(group.id());

        assertThat(name().isReadOnly()).isTrue();
        assertThat(find(Button.class).withText("Save").exists()).isFalse();
        assertThat(find(Button.class).withText("Delete").exists()).isFalse();
        assertThat(find(Button.class).withText("Add group").exists()).isFalse();
        UI.getCurrent().navigate("groups/new");
        assertThat(find(H1.class).single().getText()).isEqualTo("This page does not exist");
    }

    @Test
    void aGroupThatIsGoneHasNoPage() {
        actAs("Viktor Manager", Role.MANAGER);

        UI.getCurrent().navigate("groups/4711");

        assertThat(find(H1.class).single().getText()).isEqualTo("This page does not exist");
    }

    @Test
    void anEmptyListFollowsWhoeverAddsAGroup() {
        actAs("Viktor Manager", Role.MANAGER);
        navigate(GroupsView.class);

        desk.create("EMEA");

        soon(() -> assertThat(groups()).isEqualTo(1));
        assertThat(isOfferedAtTheTop()).isTrue();
    }

    @Test
    void theListFollowsWhileTheFormKeepsWhatIsTyped() {
        actAs("Viktor Manager", Role.MANAGER);
        GroupSummary emea = desk.create("EMEA");
        open(emea.id());
        test(name()).setValue("Europe");

        desk.create("Beta");

        soon(() -> assertThat(groups()).isEqualTo(2));
        assertThat(name().getValue()).isEqualTo("Europe");
        assertThat(save().isEnabled()).isTrue();
        assertThat(grid().getSelectedItems().contains(new GroupDetails(emea.id(), 0, "EMEA", null, false, 0, 0)))
                .isTrue();
    }

    private int groups() {
        return test(grid()).size();
    }

    private Grid<?> grid() {
        return find(Grid.class).single();
    }

    private void soon(ThrowingRunnable assertion) {
        await().pollInSameThread().untilAsserted(() -> {
            runPendingSignalsTasks();
            assertion.run();
        });
    }

    private void open(GroupId id) {
        navigate(GroupsView.class, String.valueOf(id.value()));
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private TextField name() {
        return find(TextField.class).withLabel("Name").single();
    }

    private TextField joinCode() {
        return find(TextField.class).withLabel("Join code").single();
    }

    private Button save() {
        return find(Button.class).withText("Save").single();
    }
}
