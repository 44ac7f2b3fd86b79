package dev.muster.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.muster.common.Catalogue;
import dev.muster.common.HubSettings;
import dev.muster.mail.EditedLetter;
import dev.muster.mail.LetterTemplate;
import dev.muster.mail.MailState;
import dev.muster.mail.PostOffice;
import dev.muster.mail.SampleLetter;
import dev.muster.mail.TemplateDesk;
import dev.muster.mail.TemplateProblem;
import dev.muster.members.MemberId;
import dev.muster.members.StoredMember;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDeniedException;

/** The words of invitations, reminders and import summaries. */
@ServiceTest
class TemplatesTest {

    private static final LetterTemplate OURS = new LetterTemplate(
            "Join us, {{first_name}}", "Dear {{name}} of {{company}},\n\n{{invitation_url}}\n\nMara");

    @RegisterExtension
    final GreenMailExtension inbox = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    ApplicationContext application;

    @Autowired
    TemplateDesk desk;

    @Autowired
    InvitationDesk inviting;

    @Autowired
    OpenInvitations opening;

    @Autowired
    HubSettings hub;

    @Autowired
    Catalogue texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @BeforeEach
    void logIn() {
        hub.save(HubSettings.COMPANY, "Lumenworks");
        users.actAs("Mara Lindqvist", Role.ADMINISTRATOR);
    }

    @Test
    void threeKindsOfLettersCanBeChanged() {
        assertThat(desk.letters())
                .extracting(EditedLetter::kind)
                .containsExactly("INVITATION", "REMINDER", "IMPORT_SUMMARY");
        assertThat(desk.letters()).allSatisfy(letter -> {
            assertThat(letter.template()).isEqualTo(letter.standard());
            assertThat(desk.problems(letter.kind(), letter.standard())).isEmpty();
        });
    }

    @Test
    void whatIsSavedIsWhatIsSent() {
        assertThat(desk.save("INVITATION", OURS)).isEmpty();
        StoredMember.contact(1, "Ann <b>Example", "ann@example.com")
                .at("{{name}} & Co")
                .in(jdbc);
        inviting.invite(new MemberId(1));
        opening.run(() -> false);

        assertThat(text("SELECT subject FROM mail")).isEqualTo("Join us, Ann");
        assertThat(text("SELECT text_body FROM mail"))
                .startsWith(
                        "Dear Ann <b>Example of {{name}} & Co,\n\nJoin Lumenworks:\nhttps://link.invalid/join\n\nMara");
        assertThat(text("SELECT html_body FROM mail"))
                .contains("Dear Ann &lt;b&gt;Example of {{name}} &amp; Co,")
                .doesNotContain("<b>Example");
        assertThat(desk.letters().getFirst().template()).isEqualTo(OURS);
    }

    @Test
    void theReceiverGetsTheSavedWordsAsTextAndAsHtmlWithTheirOwnLink() throws Exception {
        desk.save("INVITATION", OURS);
        StoredMember.contact(1, "José <i>Álvarez", "jose@example.com")
                .at("Puerto & Verde")
                .in(jdbc);
        inviting.invite(new MemberId(1));
        opening.run(() -> false);

        PostOffice post = PostOffice.of(application);
        post.queueKept();
        post.round(inbox.getSmtp().getPort());

        assertThat(inbox.getReceivedMessages()).hasSize(1);
        MimeMessage mail = inbox.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Join us, José");
        assertThat(mail.getReplyTo()[0]).hasToString("mara.lindqvist@hub.example");
        var parts = (MimeMultipart) mail.getContent();
        String text = parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n");
        String html = parts.getBodyPart(1).getContent().toString();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(text)
                .startsWith("Dear José <i>Álvarez of Puerto & Verde,\n\nJoin Lumenworks:\n"
                        + "http://localhost:8080/join/");
        String link = text.replaceAll("(?s).*(http://localhost:8080/join/\\S+).*", "$1");
        assertThat(html)
                .contains("Dear José &lt;i&gt;Álvarez of Puerto &amp; Verde,")
                .contains("href=\"" + link + "\"")
                .contains("name=\"viewport\"", "max-width:600px")
                .doesNotContain("<i>");
    }

    @Test
    void nothingThatAPersonIsCalledStartsAnotherHeader() {
        desk.save("INVITATION", OURS);
        StoredMember.contact(1, "Ann\r\nBcc:evil@example.com", "ann@example.com")
                .in(jdbc);
        inviting.invite(new MemberId(1));
        opening.run(() -> false);

        assertThat(text("SELECT subject FROM mail")).isEqualTo("Join us, Ann");
        assertThat(text("SELECT to_name FROM mail")).isEqualTo("Ann Bcc:evil@example.com");
    }

    @Test
    void anUnknownMergeFieldIsRefusedWithTheWordMarked() {
        var template = new LetterTemplate("Hello {{frist_name}}", "{{invitation_url}} {{nonsense_field}} {{name");

        List<TemplateProblem> problems = desk.save("INVITATION", template);

        assertThat(problems.stream().map(this::sentence))
                .containsExactly(
                        "{{frist_name}} is not a merge field. Did you mean {{first_name}}?",
                        "{{nonsense_field}} is not a merge field.",
                        "{{name is not closed.");
        assertThat(problems.getFirst().part()).isEqualTo(TemplateProblem.Part.SUBJECT);
        assertThat(template.subject()
                        .substring(
                                problems.getFirst().start(), problems.getFirst().end()))
                .isEqualTo("{{frist_name}}");
        assertThat(template.text()
                        .substring(problems.get(1).start(), problems.get(1).end()))
                .isEqualTo("{{nonsense_field}}");
        assertThat(desk.letters().getFirst().template())
                .isEqualTo(desk.letters().getFirst().standard());
    }

    @Test
    void anInvitationNeedsItsLinkAndNotInTheSubject() {
        assertThat(desk.save("REMINDER", new LetterTemplate("Look: {{invitation_url}}", "Hello")).stream()
                        .map(this::sentence))
                .containsExactly(
                        "{{invitation_url}} can stand in the text only.", "The text needs {{invitation_url}}.");
        assertThat(desk.save("INVITATION", new LetterTemplate(" ", "\n")).stream()
                        .map(this::sentence))
                .containsExactly("Subject can't be blank", "Text can't be blank");
        assertThat(desk
                        .save(
                                "INVITATION",
                                new LetterTemplate("x".repeat(256), "x".repeat(20_001) + "{{invitation_url}}"))
                        .stream()
                        .map(this::sentence))
                .containsExactly("Too long (maximum is 255 characters)", "Too long (maximum is 20,000 characters)");
    }

    @Test
    void thePreviewShowsAChosenMemberAndOpensNobodysAccount() {
        StoredMember.contact(1, "Ann Example", "ann@example.com").at("Acme").in(jdbc);
        StoredMember.contact(2, "Bo Example", "bo@example.com").at("Bolt").in(jdbc);

        SampleLetter of2 = desk.preview("INVITATION", OURS, OptionalLong.of(2));

        assertThat(of2.subject()).isEqualTo("Join us, Bo");
        assertThat(of2.toAddress()).isEqualTo("bo@example.com");
        assertThat(of2.text())
                .contains("Dear Bo Example of Bolt,")
                .contains("http://localhost:8080/join/example")
                .doesNotContain("link.invalid");
        assertThat(of2.html()).contains("href=\"http://localhost:8080/join/example\"");
        assertThat(desk.preview("INVITATION", OURS, OptionalLong.empty()).subject())
                .isEqualTo("Join us, Ann");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail").query(Long.class).single())
                .isZero();
    }

    @Test
    void aHubWithoutMembersPreviewsSomebodyInvented() {
        assertThat(desk.preview("INVITATION", OURS, OptionalLong.empty()).subject())
                .isEqualTo("Join us, Amara");
        assertThat(desk.preview("IMPORT_SUMMARY", desk.letters().get(2).template(), OptionalLong.empty())
                        .text())
                .contains("Hello Mara,", "your import of customers.csv is done.", "Added: 1,207", "Duration: 0.8 s");
    }

    @Test
    void theWordsThatComeWithMusterAreNotKept() {
        desk.save("INVITATION", OURS);
        desk.save("INVITATION", desk.letters().getFirst().standard());

        assertThat(hub.find("letter_template_INVITATION")).isEmpty();
    }

    @Test
    void aTestMailOfTheDraftGoesToOneself() {
        var answer = desk.sendTest("INVITATION", OURS, OptionalLong.empty()).join();

        assertThat(answer.state()).isEqualTo(MailState.KEPT);
        assertThat(text("SELECT to_address FROM mail")).isEqualTo("mara.lindqvist@hub.example");
        assertThat(text("SELECT purpose FROM mail")).isEqualTo("TEST");
        assertThat(text("SELECT subject FROM mail")).isEqualTo("Join us, Amara");
    }

    @Test
    void onlyAdministratorsMayAndTheAuditLogSaysWhatChanged() {
        desk.save("INVITATION", OURS);
        assertThat(text("SELECT detail FROM audit_entry WHERE action = 'template.change'"))
                .contains("INVITATION", "Join us, {{first_name}}");

        users.actAs("Max Manager", Role.MANAGER);
        assertThatThrownBy(() -> desk.save("INVITATION", OURS)).isInstanceOf(AuthorizationDeniedException.class);
        assertThatThrownBy(() -> desk.preview("INVITATION", OURS, OptionalLong.empty()))
                .isInstanceOf(AuthorizationDeniedException.class);
    }

    private String sentence(TemplateProblem problem) {
        return texts.text(problem.key(), problem.arguments().toArray());
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
