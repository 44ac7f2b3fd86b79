package dev.muster.imports;

import dev.muster.common.EmailAddress;
import dev.muster.mail.Letter;
import dev.muster.mail.LetterKind;
import dev.muster.mail.LetterTemplate;
import dev.muster.security.CurrentUser;
import dev.muster.security.LoggedIn;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The mails about finished imports, as the settings show them. */
@Component
@Order(3)
class SummaryKind implements LetterKind {

    static final String NAME = "IMPORT_SUMMARY";

    private final SummaryLetter letters;
    private final CurrentUser currentUser;

    SummaryKind(SummaryLetter letters, CurrentUser currentUser) {
        this.letters = letters;
        this.currentUser = currentUser;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LetterTemplate standard() {
        return letters.standard();
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.word("first_name"),
                Field.word("hub_name"),
                Field.word("file_name"),
                Field.word("rows"),
                Field.word("added"),
                Field.word("updated"),
                Field.word("unchanged"),
                Field.word("rejected"),
                Field.word("warnings"),
                new Field("attachment", true, false),
                new Field(SummaryLetter.COUNTS, true, true),
                new Field(SummaryLetter.URL, true, true));
    }

    @Override
    public boolean goesToMembers() {
        return false;
    }

    @Override
    public Letter sample(LetterTemplate template, OptionalLong member) {
        LoggedIn user = currentUser.get();
        var receiver = new ImportSummary.Receiver(
                user.name(), EmailAddress.parse(user.email()).orElseThrow());
        return letters.write(template, ImportSummary.sample(receiver), List.of());
    }
}
