package dev.muster.members.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.members.MemberPulse;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberRow;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSort;
import dev.muster.members.MembersDesk;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class AdvocatesViewTest extends UiTest {

    private static final Instant NOON = Instant.parse("2026-11-12T12:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MemberPulse pulse;

    @Autowired
    TransactionOperations transactions;

    private void someMembers() {
        StoredMember.contact(100_001, "Aylin Demirtaş", "aylin@orbitel.example")
                .at("Orbitel")
                .joined(NOON)
                .in(jdbc);
        StoredMember.contact(100_002, "Béatrice Fournier", "b.fournier@maison-claire.example")
                .at("Maison Claire")
                .joined(NOON)
                .in(jdbc);
        StoredMember.contact(100_003, "Chidi Okonkwo", "chidi@kinetica.example").in(jdbc);
        StoredMember.contact(100_004, "Daniela Muñoz", "daniela@puertoverde.example")
                .nominee()
                .in(jdbc);
    }

    @Test
    void showsWhoHasJoined() {
        someMembers();
        actAs("Mara Lindqvist", Role.MANAGER);

        navigate(AdvocatesView.class);

        assertThat(names()).containsExactly("Aylin Demirtaş", "Béatrice Fournier");
        assertThat(subtitle()).isEqualTo("2 of 2 joined advocates");
        assertThat(counts()).containsExactly("2", "1", "1", "4");
        assertThat(headers()).containsExactly("Name", "E-mail", "Company", "Status", "Groups", "Source", "Joined");
    }

    @Test
    void aSegmentGoesIntoTheAddressAndChangesTheLastColumn() {
        someMembers();
        actAs("Mara Lindqvist", Role.MANAGER);
        navigate(AdvocatesView.class);

        test(find(Tabs.class).withClassName("segments").single()).select(1);

        assertThat(query()).isEqualTo("status=not_joined");
        assertThat(names()).containsExactly("Chidi Okonkwo");
        assertThat(headers()).endsWith("Last invited");
        assertThat(subtitle()).isEqualTo("1 of 1 contacts not joined");
    }

    @Test
    void theAddressHoldsSegmentSearchAndOrder() {
        someMembers();
        actAs("Mara Lindqvist", Role.MANAGER);

        UI.getCurrent().navigate("advocates", QueryParameters.fromString("status=all&q=example&sort=email&order=desc"));

        assertThat(names()).containsExactly("Daniela Muñoz", "Chidi Okonkwo", "Béatrice Fournier", "Aylin Demirtaş");
        assertThat(find(TextField.class).withClassName("search-field").single().getValue())
                .isEqualTo("example");
    }

    @Test
    void searchesWhileOneTypesAndOffersToClear() {
        someMembers();
        actAs("Mara Lindqvist", Role.MANAGER);
        navigate(AdvocatesView.class);
        var search = find(TextField.class).withClassName("search-field").single();

        test(search).setValue("maison");

        assertThat(names()).containsExactly("Béatrice Fournier");
        assertThat(subtitle()).isEqualTo("1 of 2 joined advocates");
        assertThat(counts()).containsExactly("1", "0", "0", "1");

        test(search).setValue("nobody at all");

        assertThat(names()).isEmpty();
        assertThat(sentences()).contains("No one matches these filters.");

        test(find(Button.class).withText("Clear filters").last()).click();

        assertThat(names()).hasSize(2);
        assertThat(search.getValue()).isEmpty();
    }

    @Test
    void sortsByTheColumnThatIsClicked() {
        someMembers();
        actAs("Mara Lindqvist", Role.MANAGER);
        navigate(AdvocatesView.class);

        test(grid()).sortByColumn("COMPANY");

        assertThat(query()).isEqualTo("sort=company");
        assertThat(names()).containsExactly("Béatrice Fournier", "Aylin Demirtaş");
    }

    @Test
    void escClearsTheSelectionWhereNothingElseTakesIt() {
        someMembers();
        actAs("Mara Lindqvist", Role.MANAGER);
        navigate(AdvocatesView.class);
        test((Checkbox) grid().getColumnByKey("select").getHeaderComponent()).click();
        assertThat(find(Span.class).withText("2 selected").exists()).isTrue();

        pressFreeEsc();

        assertThat(find(Span.class).withText("2 selected").exists()).isFalse();
    }

    @Test
    void aChangeToSoManyThatNoClickUndoesItBeginsAfterAQuestion() {
        transactions.executeWithoutResult(_ -> {
            for (int i = 0; i <= MembersDesk.AT_ONCE; i++) {
                StoredMember.contact(200_000 + i, "Ana", "ana%d@orbitel.example".formatted(i))
                        .in(jdbc);
            }
        });
        actAs("Mara Lindqvist", Role.MANAGER);
        UI.getCurrent().navigate("advocates", QueryParameters.of("status", "not_joined"));
        test((Checkbox) grid().getColumnByKey("select").getHeaderComponent()).click();

        find(Button.class).withText("Archive").single().click();

        var question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("header")).isEqualTo("Archive 5,001 members?");
        assertThat(tasks()).isZero();
        test(question).confirm();
        assertThat(tasks()).isEqualTo(1);
    }

    private long tasks() {
        return jdbc.sql("SELECT COUNT(*) FROM member_task").query(Long.class).single();
    }

    /** The browser says so only where nothing lies over the page. */
    private static void pressFreeEsc() {
        Element page = UI.getCurrent().getElement();
        page.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(page, "muster-escape", JacksonUtils.createObjectNode()));
    }

    @Test
    void anEmptyHubSaysHowToBegin() {
        actAs("Mara Lindqvist", Role.MANAGER);

        navigate(AdvocatesView.class);

        assertThat(sentences()).contains("No advocates yet", "Bring in your contacts from a spreadsheet.");
        assertThat(find(Grid.class).exists()).isFalse();
    }

    @Test
    void withoutJoinedOnesItLeadsToTheOthers() {
        StoredMember.contact(100_003, "Chidi Okonkwo", "chidi@kinetica.example").in(jdbc);
        actAs("Mara Lindqvist", Role.MANAGER);
        navigate(AdvocatesView.class);

        assertThat(sentences()).contains("No one has joined yet.");
        test(find(Button.class).withText("Show all 1").single()).click();

        assertThat(names()).containsExactly("Chidi Okonkwo");
    }

    @Test
    void aListWithoutRowsFollowsHowManyOthersThereAre() {
        StoredMember.contact(100_003, "Chidi Okonkwo", "chidi@kinetica.example").in(jdbc);
        actAs("Mara Lindqvist", Role.MANAGER);
        navigate(AdvocatesView.class);
        StoredMember.contact(100_004, "Daniela Muñoz", "daniela@puertoverde.example")
                .in(jdbc);

        beat();

        soon(() ->
                assertThat(find(Button.class).withText("Show all 2").exists()).isTrue());
    }

    @Test
    void aHubThatIsEmptiedSaysHowToBegin() {
        someMembers();
        actAs("Mara Lindqvist", Role.MANAGER);
        UI.getCurrent().navigate("advocates", QueryParameters.of("status", "all"));
        jdbc.sql("DELETE FROM member").update();

        beat();

        soon(() -> assertThat(sentences()).contains("No advocates yet"));
        assertThat(find(Grid.class).exists()).isFalse();
    }

    @Test
    void aListWithRowsFollowsToo() {
        someMembers();
        actAs("Mara Lindqvist", Role.MANAGER);
        UI.getCurrent().navigate("advocates", QueryParameters.of("status", "not_joined"));
        StoredMember.contact(100_005, "Emil Sørensen", "emil@fjord.example").in(jdbc);

        beat();

        soon(() -> assertThat(names()).containsExactlyInAnyOrder("Chidi Okonkwo", "Emil Sørensen"));
        assertThat(counts()).containsExactly("2", "2", "1", "5");
    }

    @Test
    void addsAnAdvocateOrLeadsToTheOneWhoIsThere() {
        someMembers();
        actAs("Mara Lindqvist", Role.MANAGER);
        navigate(AdvocatesView.class);
        click("Add Advocate");

        test(find(Button.class).withText("Add Advocate").last()).click();
        assertThat(field("Name").getErrorMessage()).isEqualTo("Name can't be blank");
        assertThat(field("Email").getErrorMessage()).isEqualTo("Email is invalid, Email can't be blank");

        test(field("Name")).setValue("Emil Sørensen");
        test(field("Email")).setValue("AYLIN@orbitel.example");
        test(find(Button.class).withText("Add Advocate").last()).click();
        assertThat(find(Span.class).withText("This member exists already.").exists())
                .isTrue();
        assertThat(find(Button.class).withText("Open profile").exists()).isTrue();

        test(field("Email")).setValue("emil@fjord.example");
        test(find(Button.class).withText("Add Advocate").last()).click();
        assertThat(find(AddAdvocateDialog.class).exists()).isFalse();
        assertThat(counts()).containsExactly("2", "2", "1", "5");
    }

    @Test
    void aViewerCannotAdd() {
        someMembers();
        actAs("Vera Viewer", Role.VIEWER);
        navigate(AdvocatesView.class);

        assertThat(actions()).contains("Export (CSV)").doesNotContain("Add Advocate");
    }

    @Test
    void anAddressComesBackAsItWasWritten() {
        var query = MemberQuery.DEFAULT
                .withSegment(MemberSegment.NOMINEES)
                .withSearch("josé & co")
                .sortedBy(MemberSort.ADDED, true);

        assertThat(AdvocatesAddress.read(AdvocatesAddress.write(query))).isEqualTo(query);
        assertThat(AdvocatesAddress.write(MemberQuery.DEFAULT).getParameters()).isEmpty();
        assertThat(AdvocatesAddress.read(QueryParameters.fromString("status=x&sort=;DROP&order=up")))
                .isEqualTo(MemberQuery.DEFAULT);
    }

    private void beat() {
        transactions.executeWithoutResult(_ -> pulse.beat());
    }

    private void soon(ThrowingRunnable assertion) {
        await().pollInSameThread().untilAsserted(() -> {
            runPendingSignalsTasks();
            assertion.run();
        });
    }

    @SuppressWarnings("unchecked") // the query knows classes, not their type parameters
    private Grid<MemberRow> grid() {
        return find(Grid.class).single();
    }

    private List<String> names() {
        var rows = test(grid());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.getRow(i).name())
                .toList();
    }

    private List<String> headers() {
        return grid().getColumns().stream()
                .filter(column -> column.isVisible())
                .filter(column -> !"select".equals(column.getKey()))
                .map(column -> column.getHeaderText())
                .toList();
    }

    private List<String> counts() {
        return find(Span.class).withClassName("segment-count").all().stream()
                .map(Span::getText)
                .toList();
    }

    private String subtitle() {
        return find(Paragraph.class).withClassName("page-subtitle").single().getText();
    }

    private List<String> sentences() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private List<String> actions() {
        return entries().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private void click(String action) {
        entries().stream()
                .filter(item -> item.getElement().getTextRecursively().equals(action))
                .findFirst()
                .ifPresent(item -> com.vaadin.flow.component.ComponentUtil.fireEvent(
                        item, new com.vaadin.flow.component.ClickEvent<>(item)));
    }

    private List<MenuItem> entries() {
        return find(MenuBar.class).all().stream()
                .flatMap(bar -> bar.getItems().stream())
                .filter(root -> root.getText().equals("Actions"))
                .flatMap(root -> root.getSubMenu().getItems().stream())
                .toList();
    }

    private static String query() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters().getQueryString();
    }
}
