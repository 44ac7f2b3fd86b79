package dev.muster.invitations;

import dev.muster.common.Catalogue;
import dev.muster.common.HubSettings;
import dev.muster.common.Json;
import org.springframework.stereotype.Component;

/** The templates of letters: as they are saved in the settings, else as the catalogue has them. */
@Component
class LetterTemplates {

    private final HubSettings hub;
    private final Catalogue texts;

    LetterTemplates(HubSettings hub, Catalogue texts) {
        this.hub = hub;
        this.texts = texts;
    }

    /** Returns the template for letters of {@code purpose}. */
    LetterTemplate find(InvitationPurpose purpose) {
        return hub.find(settingOf(purpose))
                .map(document -> Json.read(document, LetterTemplate.class))
                .orElseGet(() -> standard(purpose));
    }

    /** Returns the template that comes with Muster. */
    LetterTemplate standard(InvitationPurpose purpose) {
        String key = "invitations.letter." + purpose.name();
        return new LetterTemplate(texts.text(key + ".subject"), texts.text(key + ".text"));
    }

    /** Returns the name of the setting that holds a template, as the document of a {@link LetterTemplate}. */
    static String settingOf(InvitationPurpose purpose) {
        return "letter_template_" + purpose.name();
    }
}
