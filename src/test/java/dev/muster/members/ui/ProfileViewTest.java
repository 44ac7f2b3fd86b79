package dev.muster.members.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.common.ui.StateBadge;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import dev.muster.testing.Users;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProfileViewTest extends UiTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @BeforeEach
    void logIn() {
        StoredMember.contact(1, "José Álvarez", "jose@puertoverde.example")
                .at("Puerto Verde")
                .in(jdbc);
        actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void showsWhoItIs() {
        open();

        assertThat(find(H1.class).single().getText()).isEqualTo("José Álvarez");
        assertThat(findInView(StateBadge.class).withText("Not Joined").exists()).isTrue();
        assertThat(field("Company").getValue()).isEqualTo("Puerto Verde");
        assertThat(save().isEnabled()).isFalse();
        assertThat(history()).containsExactly("Added to the hubMuster · 1 Oct 2026");
    }

    @Test
    void joiningIsAmongTheChangesInItsPlace() {
        StoredMember.contact(2, "Amara Diallo", "amara@sahel.example")
                .joined(Instant.parse("2026-10-05T08:00:00Z"))
                .in(jdbc);
        jdbc.sql("""
                        INSERT INTO member_change (id, member_id, changed_at, changes) VALUES (1, 2, '2026-10-09 08:00:00',
                            '[{"field":"TITLE","before":[],"after":["Buyer"]}]')""").update();

        UI.getCurrent().navigate("advocates/2");

        assertThat(history())
                .containsExactly(
                        "Title → to BuyerMuster · 9 Oct 2026",
                        "JoinedAmara Diallo · 5 Oct 2026",
                        "Added to the hubMuster · 1 Oct 2026");
    }

    @Test
    void nothingIsPendingForSomebodyWhoHasJoined() {
        StoredMember.contact(2, "Amara Diallo", "amara@sahel.example")
                .joined(Instant.parse("2026-10-05T08:00:00Z"))
                .in(jdbc);

        open();
        assertThat(headings()).contains("In these groups", "Pending until they join");
        UI.getCurrent().navigate("advocates/2");
        assertThat(headings()).contains("In these groups").doesNotContain("Pending until they join");
    }

    private List<String> headings() {
        find(TabSheet.class).single().setSelectedIndex(1);
        return find(H2.class).all().stream().map(H2::getText).toList();
    }

    @Test
    void savesEveryFieldAndShowsTheChange() {
        open();

        test(field("Company")).setValue("");
        test(field("Industry")).setValue("Logistics");
        assertThat(save().isEnabled()).isTrue();
        test(save()).click();

        assertThat(save().isEnabled()).isFalse();
        assertThat(history().getFirst())
                .isEqualTo("Company from Puerto Verde → to blankIndustry → to LogisticsMara Lindqvist · just now");
        assertThat(jdbc.sql("SELECT company FROM member WHERE id = 1")
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void saysUnderTheFieldWhatIsWrong() {
        StoredMember.contact(2, "Emil Sørensen", "emil@fjord.example").in(jdbc);
        open();

        test(field("Name")).setValue("");
        test(field("Email")).setValue("EMIL@fjord.example");
        assertThat(field("Email").getHelperText()).isEqualTo("The member logs in with the new address.");
        test(save()).click();

        assertThat(field("Name").getErrorMessage()).isEqualTo("Name can't be blank");
        assertThat(field("Email").getErrorMessage()).isEqualTo("Email is already taken");
        assertThat(find(Div.class)
                        .withText("Nothing was saved: 2 fields need another look.")
                        .exists())
                .isTrue();
    }

    @Test
    void whoeverWasQuickerIsNamedAndOneChooses() {
        open();
        jdbc.sql("UPDATE member SET version = 1, title = 'Boss' WHERE id = 1").update();
        long jonas = users.create("Jonas Weber", Role.MANAGER).id().value();
        jdbc.sql("""
                        INSERT INTO member_change (id, member_id, changed_at, account_id, changes)
                        VALUES (1, 1, '2026-11-22 10:41:00', ?,
                            '[{"field":"TITLE","before":[],"after":["Boss"]}]')""").param(jonas).update();

        test(field("Title")).setValue("Lead");
        test(save()).click();

        assertThat(find(Div.class)
                        .withClassName("note-warn")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .startsWith("Jonas Weber changed this a moment ago.");
        test(find(Button.class).withText("Keep mine").single()).click();
        assertThat(field("Title").getValue()).isEqualTo("Lead");
        assertThat(history().getFirst()).startsWith("Title from Boss → to Lead");
    }

    @Test
    void asksBeforeChangesAreLost() {
        open();
        test(field("Title")).setValue("Lead");

        UI.getCurrent().navigate(AdvocatesView.class);

        var question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("header")).isEqualTo("Leave without saving?");
        test(question).confirm();
        assertThat(find(H1.class).single().getText()).isEqualTo("Advocates");
    }

    @Test
    void aViewerReads() {
        actAs("Vera Viewer", Role.VIEWER);
        open();

        assertThat(field("Name").isReadOnly()).isTrue();
        assertThat(find(Button.class).withText("Save").exists()).isFalse();
    }

    @Test
    void saysThatAPersonWasDeleted() {
        jdbc.sql("INSERT INTO tombstone (address_hash, member_id, deleted_at) VALUES ('x', 7, '2026-11-01 10:00:00')")
                .update();

        UI.getCurrent().navigate("advocates/7");

        assertThat(find(H1.class).single().getText()).isEqualTo("This person was deleted");
        assertThat(sentences()).contains("A later import will not bring them back.");
    }

    @Test
    void promisesNothingAboutLaterImportsWhenAnUndoTookAPersonBack() {
        open();
        test(field("Company")).setValue("Orbitel");

        jdbc.sql("DELETE FROM member_change WHERE member_id = 1").update();
        jdbc.sql("DELETE FROM member WHERE id = 1").update();
        test(save()).click();

        assertThat(find(H1.class).single().getText()).isEqualTo("This person is not in the hub any more");
        assertThat(sentences())
                .contains("A later import can bring them back.")
                .doesNotContain("A later import will not bring them back.");
    }

    private List<String> sentences() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private static void open() {
        UI.getCurrent().navigate("advocates/1");
    }

    private Button save() {
        return find(Button.class).withText("Save").single();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private List<String> history() {
        return find(OrderedList.class)
                .withClassName("timeline")
                .all()
                .getFirst()
                .getChildren()
                .map(ListItem.class::cast)
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }
}
