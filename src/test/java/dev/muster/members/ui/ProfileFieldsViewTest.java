package dev.muster.members.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldType;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProfileFieldsViewTest extends UiTest {

    @Autowired
    ProfileFieldDesk desk;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void actAsAdministrator() {
        actAs("Mara Lindqvist", Role.ADMINISTRATOR);
    }

    @Test
    void theListShowsWhatEveryFieldIs() {
        holder("a@x.example", "{\"3\":[\"Atlas\"]}");

        ProfileFieldsView view = navigate(ProfileFieldsView.class);

        assertThat(view.getPageTitle()).isEqualTo("Profile Fields | Muster");
        Grid<?> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(3);
        assertThat(test(grid).getCellText(2, 2)).isEqualTo("Multi select");
        assertThat(test(grid).getCellText(2, 5)).isEqualTo("1");
        assertThat(test(grid).getCellText(0, 5)).isEqualTo("0");
    }

    @Test
    void aSelectFieldIsAddedWithItsChoices() {
        navigate(ProfileFieldsView.class, "new");

        test(name()).setValue("Region");
        type().setValue(FieldType.SINGLE_SELECT);
        addChoice("North");
        addChoice(" South ");
        test(find(Button.class).withAriaLabel("Move South up").single()).click();
        test(find(Checkbox.class).withLabel("Shown to the member").single()).click();
        test(save()).click();

        FieldDefinition field = desk.definitions().getLast();
        assertThat(field)
                .isEqualTo(new FieldDefinition(
                        field.id(), "Region", FieldType.SINGLE_SELECT, List.of("South", "North"), true, false));
    }

    @Test
    void aChoiceThatIsTypedAndNotAddedIsSavedToo() {
        navigate(ProfileFieldsView.class, "3");

        test(newChoice()).setValue("Atlas");
        test(save()).click();

        assertThat(desk.definitions().getLast().choices()).containsExactly("Atlas");
    }

    @Test
    void aChoiceIsThereOnce() {
        navigate(ProfileFieldsView.class, "3");

        addChoice("Atlas");
        addChoice("Atlas");

        assertThat(newChoice().getErrorMessage()).isEqualTo("“Atlas” is there already");
        assertThat(choices()).containsExactly("Atlas");
    }

    @Test
    void aNameOfEveryHubIsRefused() {
        navigate(ProfileFieldsView.class, "new");

        test(name()).setValue("email");
        test(save()).click();

        assertThat(name().getErrorMessage()).isEqualTo("Every hub has the field Email already. Choose another name.");
    }

    @Test
    void theFormSaysWhatBecomesOfTheValues() {
        holder("a@x.example", "{\"2\":[\"Energy\"]}");
        holder("b@x.example", "{\"2\":[\"Retail\"]}");
        navigate(ProfileFieldsView.class, "2");

        type().setValue(FieldType.SINGLE_SELECT);
        assertThat(note())
                .isEqualTo("2 members hold a value. It stays, even where it is not among the choices, until someone"
                        + " changes it.");
        type().setValue(FieldType.TEXT);
        assertThat(find(Paragraph.class).withClassName("note-warn").exists()).isFalse();
    }

    @Test
    void severalValuesKeepAFieldFromBecomingOneOfASingleValue() {
        holder("a@x.example", "{\"3\":[\"Atlas\",\"Beacon\"]}");
        navigate(ProfileFieldsView.class, "3");

        type().setValue(FieldType.TEXT);
        assertThat(note())
                .isEqualTo("1 member holds a value. It stays. The type changes only if no one holds several.");
        test(save()).click();

        assertThat(type().getErrorMessage())
                .isEqualTo("1 member holds several values of this field. Leave each of them one value, then change the"
                        + " type.");
    }

    @Test
    void deletingSaysHowManyMembersLoseTheValue() {
        holder("a@x.example", "{\"3\":[\"Atlas\"]}");
        holder("b@x.example", "{\"3\":[\"Atlas\"]}");
        navigate(ProfileFieldsView.class, "3");

        test(find(Button.class).withText("Delete").single()).click();
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(test(question).getHeader()).isEqualTo("Delete the field Product?");
        assertThat(test(question).getText()).isEqualTo("2 members lose this value. This cannot be undone.");
        test(question).confirm();

        assertThat(desk.definitions()).extracting(FieldDefinition::name).containsExactly("Position", "Industry");
    }

    @Test
    void onlyAdministratorsComeHere() {
        actAs("Viktor Manager", Role.MANAGER);

        UI.getCurrent().navigate("profile-fields");

        assertThat(find(H1.class).single().getText()).isEqualTo("You may not open this page");
    }

    private void addChoice(String choice) {
        test(newChoice()).setValue(choice);
        test(find(Button.class).withText("Add").single()).click();
    }

    private List<String> choices() {
        return find(ListItem.class).all().stream()
                .filter(item -> item.getParent().orElseThrow().hasClassName("choices"))
                .map(item -> find(Span.class, item).single().getText())
                .toList();
    }

    private String note() {
        return find(Paragraph.class).withClassName("note-warn").single().getText();
    }

    private TextField name() {
        return find(TextField.class).withLabel("Name").single();
    }

    private TextField newChoice() {
        return find(TextField.class).withLabel("Add a choice").single();
    }

    @SuppressWarnings("unchecked") // a query for a component knows its raw class only
    private Select<FieldType> type() {
        return find(Select.class).withLabel("Type").single();
    }

    private Button save() {
        return find(Button.class).withText("Save").single();
    }

    private void holder(String email, String fieldValues) {
        jdbc.sql("""
                        INSERT INTO member
                            (id, version, name, email, email_key, field_values, kind, source, created_at)
                        VALUES (NEXT VALUE FOR member_seq, 0, 'A', ?, ?, ?, 'ADVOCATE', 'ADMIN_ADDED', '2026-11-22 10:42:00')""").params(email, email, fieldValues).update();
    }
}
