package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import dev.muster.imports.FinishedImports;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportedRow;
import dev.muster.members.FieldDraft;
import dev.muster.members.FieldType;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.security.HubSecret;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every message about a row, from the file that is chosen in the dialog to the cell where the admin reads it. */
class RowMessagesOnThePageTest extends UiTest {

    private static final String VALUE = " Custom Profile Field values value ";

    @Autowired
    ApplicationContext application;

    @Autowired
    ImportDesk imports;

    @Autowired
    ProfileFieldDesk fields;

    @Autowired
    HubSecret secret;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyMessageIsShownWithItsLineAndColumn() throws Exception {
        actAs("Ada", Role.ADMINISTRATOR);
        fields.create(new FieldDraft("Tier", FieldType.SINGLE_SELECT, List.of("Gold"), false, false));
        new FinishedImports(application).run("""
                Name,Email
                A,archived@example.com
                L,locked@example.com
                O,opted-out@example.com
                I,invited@example.com
                J,joined@example.com
                """);
        change("archived", "archived_at");
        change("locked", "locked_at");
        change("opted-out", "opted_out_at");
        change("invited", "first_invited_at");
        change("joined", "joined_at");
        jdbc.sql("INSERT INTO tombstone (address_hash, member_id, deleted_at) VALUES (?, 0, '2026-11-01 00:00:00')")
                .param(secret.hmacSha256Hex("tombstone", "deleted@example.com"))
                .update();

        String tooLong = "x".repeat(256);
        assertThat(shown("""
                Name,Email,Title,Company,Salesforce ID,External Contact ID,External Account ID,Product,Tier
                A,
                B,b@
                ,c@example.com
                %1$s,d@example.com,%1$s,%1$s,%1$s,%1$s,%1$s
                E,e@example.com,,,,,,"A, , A"
                F,f@example.com,,,,,, 
                G,g@example.com,,,,,,%1$s
                H,h@example.com,,,,,,,Bronze
                "I
                I",i@example.com,,,,,,,,more
                J,"j"@example.com
                A,archived@example.com
                L,locked@example.com
                O,opted-out@example.com
                I,invited@example.com
                J,joined@example.com
                D,deleted@example.com
                E,E@example.com
                K,k@exаmple.com
                """.formatted(tooLong)))
                .containsExactly(
                        "2 error: Email is invalid, Email can't be blank",
                        "3 error: Email is invalid",
                        "4 error: Name can't be blank",
                        "5 error: Name is too long (maximum is 255 characters)",
                        "5 error: Title is too long (maximum is 255 characters)",
                        "5 error: Company is too long (maximum is 255 characters)",
                        "5 error: Salesforce ID is too long (maximum is 255 characters)",
                        "5 error: External Contact ID is too long (maximum is 255 characters)",
                        "5 error: External Account ID is too long (maximum is 255 characters)",
                        "6 warning: Product" + VALUE + "can't be blank",
                        "6 warning: Product" + VALUE + "has already been taken",
                        "7 warning: Product" + VALUE + "can't be blank",
                        "8 error: Product" + VALUE + "is too long (maximum is 255 characters)",
                        "9 warning: Tier" + VALUE + "is not included in the list",
                        "10 error: Row has more cells than the header",
                        "12 error: Email Row is malformed",
                        "13 info: Member is archived",
                        "14 info: Member is locked",
                        "15 info: Member has opted out",
                        "16 info: Email is already taken",
                        "17 info: Email is already taken",
                        "18 error: Member was deleted",
                        "19 info: Email is already taken",
                        "19 warning: Email Duplicate of line 6 in this file",
                        "20 warning: Email domain only looks like example.com");
    }

    /** Returns what the page of an import of {@code csv} shows: {@code line severity: column and message}. */
    private List<String> shown(String csv) throws Exception {
        navigate(ImportsView.class);
        find(Button.class).withText("Import Advocates (CSV)").single().click();
        assertThat(find(ImportDialog.class).single().isOpened()).isTrue();
        Uploads.upload("customers.csv", csv.getBytes(StandardCharsets.UTF_8));
        find(Checkbox.class)
                .withLabel("Send an invitation to advocates after import")
                .single()
                .setValue(true);
        find(Button.class).withText("Import").single().click();
        ImportId id = imports.active().getFirst().id();
        new FinishedImports(application).run(id);
        navigate("imports/" + id.value(), ImportView.class);

        RowsGrid grid = find(RowsGrid.class).single();
        int messages = grid.getColumns().stream()
                .map(Grid.Column::getHeaderText)
                .toList()
                .indexOf("Messages");
        var shown = new ArrayList<String>();
        for (int row = 0; row < test(grid).size(); row++) {
            ImportedRow one = test(grid).getRow(row);
            test(grid)
                    .getCellComponent(row, messages)
                    .getChildren()
                    .forEach(message -> shown.add("%d %s: %s"
                            .formatted(
                                    one.line(),
                                    severity(message),
                                    message.getElement().getTextRecursively())));
        }
        return shown;
    }

    private static String severity(Component message) {
        return Stream.concat(Stream.of(message), message.getChildren())
                .filter(Span.class::isInstance)
                .flatMap(span -> ((Span) span).getClassNames().stream())
                .filter(name -> name.startsWith("imp-message-") && !name.endsWith("-column"))
                .findFirst()
                .orElseThrow()
                .substring("imp-message-".length());
    }

    private void change(String who, String column) {
        jdbc.sql("UPDATE member SET version = version + 1, %s = '2026-11-01 00:00:00' WHERE email_key = ?"
                        .formatted(column))
                .param(who + "@example.com")
                .update();
    }
}
