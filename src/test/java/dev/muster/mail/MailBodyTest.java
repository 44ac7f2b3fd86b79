package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class MailBodyTest {

    private static final URI LINK = URI.create("https://hub.example/imports/7?a=1&b=2");

    @Test
    void textAndHtmlSayTheSame() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Added", "4,920");
        facts.put("Rejected", "80");
        var body = MailBody.of("Acme Advocates")
                .heading("Your import is done")
                .paragraph("customers.csv took 4 seconds.")
                .facts(facts)
                .button("Open the import", LINK)
                .footer("You started this import.");

        assertThat(body.text()).isEqualTo("""
                        Your import is done

                        customers.csv took 4 seconds.

                        Added: 4,920
                        Rejected: 80

                        Open the import:
                        https://hub.example/imports/7?a=1&b=2

                        --\s
                        Acme Advocates
                        You started this import.
                        """);
        assertThat(body.html())
                .containsSubsequence(
                        "Acme Advocates",
                        ">Your import is done</h1>",
                        ">customers.csv took 4 seconds.</p>",
                        ">Added</th>",
                        ">4,920</td>",
                        ">Rejected</th>",
                        ">80</td>",
                        "href=\"https://hub.example/imports/7?a=1&amp;b=2\"",
                        ">Open the import</a>",
                        ">You started this import.</td>");
    }

    @Test
    void whatPeopleWroteIsNeverMarkup() {
        String evil = "<script>alert(1)</script>\" onload=\"x' &";
        var facts = new LinkedHashMap<String, String>();
        facts.put(evil, evil);
        String html = MailBody.of(evil)
                .heading(evil)
                .paragraph(evil)
                .facts(facts)
                .button(evil, LINK)
                .footer(evil)
                .html();

        assertThat(html).doesNotContain("<script", "\" onload").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void lettersOfAnyLanguageStayAsTheyAre() {
        assertThat(MailBody.of("Müster").paragraph("José 🎉\nzweite Zeile").html())
                .contains("Müster", "José 🎉<br>zweite Zeile");
    }

    @Test
    void aButtonLinksToTheWebOnly() {
        var body = MailBody.of("Hub");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> body.button("Open", URI.create("javascript:alert(1)")))
                .withMessage("A mail links to web addresses only, not to javascript:alert(1).");
    }
}
