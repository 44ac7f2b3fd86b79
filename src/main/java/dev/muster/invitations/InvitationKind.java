package dev.muster.invitations;

import dev.muster.common.EmailAddress;
import dev.muster.mail.Letter;
import dev.muster.mail.LetterKind;
import dev.muster.mail.LetterTemplate;
import dev.muster.members.MemberId;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters that invite, and those that remind, as the settings show them. */
final class InvitationKind implements LetterKind {

    /** The merge field that stands for the link to join. */
    static final String URL = "invitation_url";

    private static final String PERSON = "SELECT id, name, email, email_key, company FROM member WHERE ";

    private final InvitationPurpose purpose;
    private final InvitationLetters letters;
    private final InvitationReadiness readiness;
    private final JdbcClient jdbc;

    InvitationKind(
            InvitationPurpose purpose, InvitationLetters letters, InvitationReadiness readiness, JdbcClient jdbc) {
        this.purpose = purpose;
        this.letters = letters;
        this.readiness = readiness;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return purpose.name();
    }

    @Override
    public LetterTemplate standard() {
        return letters.standard(purpose);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.word("first_name"),
                Field.word("name"),
                Field.word("company"),
                Field.word("hub_name"),
                Field.word("sender_name"),
                new Field(URL, true, true));
    }

    @Override
    public boolean goesToMembers() {
        return true;
    }

    @Override
    public Letter sample(LetterTemplate template, OptionalLong member) {
        return letters.letter(letters.stationery(purpose, template, readiness.sender()), reader(member));
    }

    private Invitee reader(OptionalLong member) {
        var named = member.isPresent()
                ? jdbc.sql(PERSON + "id = ?").param(member.getAsLong())
                : jdbc.sql(PERSON + InvitationRows.MAY_BE_INVITED + " ORDER BY id LIMIT 1");
        return named.query((row, _) -> InvitationRows.invitee(row)).optional().orElseGet(InvitationKind::nobody);
    }

    /** Stands for the people of a hub that has none yet. */
    private static Invitee nobody() {
        return new Invitee(
                new MemberId(0),
                "Amara Diallo",
                EmailAddress.parse("amara@example.com").orElseThrow(),
                "Example Company");
    }
}
