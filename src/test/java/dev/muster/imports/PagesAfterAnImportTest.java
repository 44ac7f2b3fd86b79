package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.QueryParameters;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.UiTest;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages that were open before an import show once it has ended, without mails or anything else that moves them. */
class PagesAfterAnImportTest extends UiTest {

    private static final String TWO_ROWS = """
            Name,Email
            Chidi Okonkwo,chidi@kinetica.example
            Daniela Muñoz,daniela@puertoverde.example
            """;

    @Autowired
    JdbcClient jdbc;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void theInviteListShowsTheNewContacts() {
        UI.getCurrent().navigate("invite-list");
        assertThat(sentences()).contains("No contacts yet");

        imports.run(TWO_ROWS);

        soon(() -> assertThat(subtitle()).startsWith("2 "));
    }

    @Test
    void theTabsOfAdvocatesCountThem() {
        StoredMember.contact(100_001, "Aylin Demirtaş", "aylin@orbitel.example")
                .joined(Instant.parse("2026-11-12T12:00:00Z"))
                .in(jdbc);
        UI.getCurrent().navigate("advocates", QueryParameters.of("status", "joined"));
        assertThat(counts()).containsExactly("1", "0", "0", "1");

        imports.run(TWO_ROWS);

        soon(() -> assertThat(counts()).containsExactly("1", "2", "0", "3"));
    }

    @Test
    void theNavigationCountsThemOnEveryPage() {
        UI.getCurrent().navigate("groups");
        assertThat(neverInvited()).isEmpty();

        imports.run(TWO_ROWS);

        soon(() -> assertThat(neverInvited()).isEqualTo("2"));
    }

    private String neverInvited() {
        return find(SideNavItem.class).all().stream()
                .filter(item -> item.getLabel().equals("Invite List"))
                .map(item -> item.getSuffixComponent().getElement().getText())
                .findFirst()
                .orElseThrow();
    }

    private void soon(ThrowingRunnable assertion) {
        await().pollInSameThread().untilAsserted(() -> {
            runPendingSignalsTasks();
            assertion.run();
        });
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
}
