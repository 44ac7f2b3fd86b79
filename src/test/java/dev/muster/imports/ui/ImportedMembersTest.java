package dev.muster.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.imports.ImportState;
import dev.muster.members.MemberPulse;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the list of advocates says of those whom an import brings while it is open. */
class ImportedMembersTest extends UiTest {

    /** Imports that no other test has seen end: pages remember those. */
    private static final long OF_ADVOCATES = 900_001;

    private static final long OF_NOMINEES = 900_002;
    private static final long OF_THE_FIRST = 900_003;
    private static final long THAT_ENDS = 900_004;

    @Autowired
    LiveImports live;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MemberPulse pulse;

    @Autowired
    TransactionOperations transactions;

    @BeforeEach
    void someMembers() {
        StoredMember.contact(100_001, "Aylin Demirtaş", "aylin@orbitel.example")
                .joined(Instant.parse("2026-11-12T12:00:00Z"))
                .in(jdbc);
        StoredMember.contact(100_002, "Chidi Okonkwo", "chidi@kinetica.example").in(jdbc);
        actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void areNotAmongThoseWhoHaveJoined() {
        open("joined");

        publish(SampleImport.running(OF_ADVOCATES, 480));

        assertThat(news()).isEmpty();
    }

    @Test
    void areCountedWhereTheyBelong() {
        open("not_joined");
        publish(
                SampleImport.running(OF_ADVOCATES, 480),
                SampleImport.running(OF_NOMINEES, 20).asNominees());
        assertThat(news()).containsExactly("480 new members");

        open("nominees");
        publish(
                SampleImport.running(OF_ADVOCATES, 500),
                SampleImport.running(OF_NOMINEES, 21).asNominees());
        assertThat(news()).containsExactly("1 new member");

        open("all");
        assertThat(news()).isEmpty();
        publish(
                SampleImport.running(OF_ADVOCATES, 600),
                SampleImport.running(OF_NOMINEES, 31).asNominees());
        assertThat(news()).containsExactly("110 new members");

        find(Button.class).withText("Show").single().click();
        assertThat(news()).isEmpty();
    }

    @Test
    void areNotCountedWhereTheListIsSearched() {
        open("not_joined");
        publish(SampleImport.running(OF_ADVOCATES, 480));
        var search = find(TextField.class).withClassName("search-field").single();

        test(search).setValue("chidi");
        assertThat(news()).isEmpty();
        publish(SampleImport.running(OF_ADVOCATES, 500));
        assertThat(news()).isEmpty();

        test(search).setValue("");
        assertThat(news()).containsExactly("500 new members");
    }

    @Test
    void areNotNewsAnyMoreOnceTheListIsReadForAnotherReason() {
        open("not_joined");
        publish(SampleImport.running(OF_ADVOCATES, 480));
        assertThat(news()).isNotEmpty();

        transactions.executeWithoutResult(_ -> pulse.beat());

        await().pollInSameThread().untilAsserted(() -> {
            runPendingSignalsTasks();
            assertThat(news()).isEmpty();
        });
    }

    @Test
    void areNotNewsOnceNoMoreOfThemCome() {
        open("not_joined");
        publish(SampleImport.running(THAT_ENDS, 480));
        assertThat(news()).containsExactly("480 new members");

        publish(SampleImport.ended(THAT_ENDS, ImportState.COMPLETED));

        assertThat(news()).isEmpty();
    }

    @Test
    void areListedBeforeAllOfThemAreThereWhereSomebodyAsks() {
        jdbc.sql("DELETE FROM member").update();
        open("not_joined");
        StoredMember.contact(100_003, "Tendai Moyo", "tendai@orbitel.example").in(jdbc);
        publish(SampleImport.running(OF_ADVOCATES, 1));

        find(Button.class).withText("Show the list now").single().click();
        assertThat(subtitle()).isEqualTo("1 of 1 contacts not joined");
        publish(SampleImport.running(OF_ADVOCATES, 8));
        assertThat(news()).containsExactly("7 new members");
    }

    @Test
    void areStillNewsWhenPagesForgetAnImportOfBefore() {
        for (int i = 0; i < 21; i++) {
            publish(SampleImport.ended(900_100 + i, ImportState.COMPLETED));
        }
        open("not_joined");

        publish(SampleImport.running(OF_ADVOCATES, 480), SampleImport.ended(900_121, ImportState.FAILED));

        assertThat(news()).containsExactly("980 new members");
    }

    @Test
    void fillAPageThatWasEmptyOnceAllOfThemAreThere() {
        jdbc.sql("DELETE FROM member").update();
        open("not_joined");
        assertThat(insteadOfTheList()).isEqualTo("No advocates yet");
        StoredMember.contact(100_003, "Tendai Moyo", "tendai@orbitel.example").in(jdbc);
        publish(SampleImport.running(OF_THE_FIRST, 1));
        assertThat(news()).isEmpty();
        assertThat(insteadOfTheList()).isEqualTo("Contacts are coming in");

        StoredMember.contact(100_004, "Nils Berg", "nils@orbitel.example").in(jdbc);
        publish(SampleImport.ended(OF_THE_FIRST, ImportState.COMPLETED));

        assertThat(news()).isEmpty();
        assertThat(subtitle()).isEqualTo("2 of 2 contacts not joined");
    }

    private static void open(String segment) {
        UI.getCurrent().navigate("advocates", QueryParameters.of("status", segment));
    }

    private String insteadOfTheList() {
        return find(Paragraph.class).withClassName("empty-sentence").single().getText();
    }

    private String subtitle() {
        return find(Paragraph.class).withClassName("page-subtitle").single().getText();
    }

    private void publish(SampleImport... imports) {
        live.reconcile(Stream.of(imports).map(SampleImport::snapshot).toList());
        runPendingSignalsTasks();
    }

    /** Returns what the page says of new members; nothing where it does not. */
    private List<String> news() {
        return find(Div.class).withClassName("new-members").all().stream()
                .map(bar -> bar.getElement().getChild(0).getText())
                .toList();
    }
}
