package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnProposalsTest {

    private static final List<FieldDefinition> FIELDS =
            List.of(new FieldDefinition(new FieldId(2), "Industry", FieldType.TEXT, List.of(), false, false));

    @Test
    void columnsCalledAsTheirFieldNeedNoLook() {
        assertThat(proposals("NAME,e\u200bmail, Salesforce\u00a0 ID,industry,,Messages", "A,a@b.example,1,Travel,,x"))
                .containsExactly(
                        "NAME NAME SAME_NAME",
                        "e\u200bmail EMAIL SAME_NAME",
                        "Salesforce\u00a0 ID SALESFORCE_ID SAME_NAME",
                        "industry 2 SAME_NAME",
                        " UNDECIDED UNNAMED",
                        "Messages LEFT_OUT LEFT_OUT");
    }

    @Test
    void germanFrenchAndSpanishHeaders() {
        assertThat(proposals("Firma,E-Mail,Vorname,Nachname,Funktion,Kunden-Nr.", "V,a@b.example,A,B,C,1"))
                .containsExactly(
                        "Firma COMPANY SUGGESTED",
                        "E-Mail EMAIL SUGGESTED",
                        "Vorname FIRST_NAME SUGGESTED",
                        "Nachname LAST_NAME SUGGESTED",
                        "Funktion TITLE SUGGESTED",
                        "Kunden-Nr. EXTERNAL_ACCOUNT_ID SUGGESTED");
        assertThat(proposals("Prénom,Nom de famille,Adresse e-mail,Société,Intitulé du poste", "A,B,a@b.example,C,D"))
                .allMatch(one -> one.endsWith("SUGGESTED"));
        assertThat(proposals("Nombre,Apellidos,Correo electrónico,Compañía,Puesto", "A,B,a@b.example,C,D"))
                .allMatch(one -> one.endsWith("SUGGESTED"));
    }

    @Test
    void aNameBesideAFirstNameIsTheFamilyName() {
        assertThat(proposals("Nom,Prénom,E-mail", "Lefèvre,Hélène,a@b.example"))
                .startsWith("Nom LAST_NAME SUGGESTED", "Prénom FIRST_NAME SUGGESTED");
        assertThat(proposals("Vorname,Name,E-Mail", "Jörg,Bäcker,a@b.example"))
                .startsWith("Vorname FIRST_NAME SUGGESTED", "Name LAST_NAME SUGGESTED");
        assertThat(proposals("Name,First Name,Email", "Ann Lee,Ann,a@b.example"))
                .startsWith("Name NAME SAME_NAME", "First Name UNDECIDED OPEN");
    }

    @Test
    void salesforceAndHubSpotExports() {
        assertThat(proposals(
                        "Contact ID,First Name,Last Name,Title,Account Name,Account ID,Email",
                        "0035g00000Lk2QyAAS,A,B,C,D,0015g00000Lk2QyAAA,a@b.example"))
                .containsExactly(
                        "Contact ID SALESFORCE_ID SUGGESTED",
                        "First Name FIRST_NAME SUGGESTED",
                        "Last Name LAST_NAME SUGGESTED",
                        "Title TITLE SAME_NAME",
                        "Account Name COMPANY SUGGESTED",
                        "Account ID EXTERNAL_ACCOUNT_ID SUGGESTED",
                        "Email EMAIL SAME_NAME");
        assertThat(proposals("Record ID,firstname,LastName,Job Title,Associated Company", "51,A,B,C,D"))
                .extracting(one -> one.replaceAll(".* (\\w+) \\w+$", "$1"))
                .containsExactly("EXTERNAL_CONTACT_ID", "FIRST_NAME", "LAST_NAME", "TITLE", "COMPANY");
    }

    @Test
    void valuesThatLookLikeAddresses() {
        assertThat(proposals("Who,Reach,Mail", "A,a@b.example,12 Main Street"))
                .containsExactly("Who UNDECIDED OPEN", "Reach EMAIL SUGGESTED", "Mail UNDECIDED OPEN");
    }

    @Test
    void aFieldGoesToOneColumnOnly() {
        assertThat(proposals("Email,E-Mail,Name,Full Name", "a@b.example,c@d.example,A,B"))
                .containsExactly(
                        "Email EMAIL SAME_NAME",
                        "E-Mail UNDECIDED OPEN",
                        "Name NAME SAME_NAME",
                        "Full Name UNDECIDED OPEN");
    }

    @Test
    void twoColumnsWithTheNameOfOneFieldBothGetIt() {
        assertThat(proposals("Name,Email,Title, EMAIL\u00a0", "A,a@b.example,B,c@d.example"))
                .containsExactly(
                        "Name NAME SAME_NAME",
                        "Email EMAIL SAME_NAME",
                        "Title TITLE SAME_NAME",
                        "EMAIL\u00a0 EMAIL SAME_NAME");
    }

    @Test
    void whatWasChosenTheLastTime() {
        var lastTime = Map.of(
                "firma", (ColumnTarget) new ColumnTarget.LeaveOut(), "ort", new ColumnTarget.Custom(new FieldId(2)));
        assertThat(new ColumnProposals(List.of("Email", "Firma", "Ort"), List.of(), FIELDS, lastTime)
                        .make().stream().map(ColumnProposalsTest::text))
                .containsExactly("Email EMAIL SAME_NAME", "Firma LEFT_OUT LEFT_OUT", "Ort 2 LAST_TIME");
    }

    private static List<String> proposals(String header, String row) {
        List<String> cells = List.of(row.split(",", -1));
        return new ColumnProposals(
                        List.of(header.split(",", -1)),
                        List.of(new FileInspection.PreviewRow(2, cells)),
                        FIELDS,
                        Map.of())
                .make().stream()
                        .map(ColumnProposalsTest::text)
                        .map(String::stripLeading)
                        .map(text -> text.startsWith("UNDECIDED") ? " " + text : text)
                        .toList();
    }

    private static String text(ProposedColumn column) {
        String to = StoredColumn.of(new ChosenColumn(column.header(), column.target()))
                .to();
        return "%s %s %s".formatted(column.header(), to, column.match());
    }
}
