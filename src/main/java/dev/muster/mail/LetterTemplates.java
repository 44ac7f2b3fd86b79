package dev.muster.mail;

import dev.muster.common.HubSettings;
import dev.muster.common.Json;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The words of letters as administrators have saved them. */
@Component
public class LetterTemplates {

    private final HubSettings hub;

    LetterTemplates(HubSettings hub) {
        this.hub = hub;
    }

    /** Returns the words for letters of the {@link LetterKind} called {@code kind}; empty where nobody changed them. */
    public Optional<LetterTemplate> saved(String kind) {
        return hub.find(setting(kind)).map(document -> Json.read(document, LetterTemplate.class));
    }

    void save(LetterKind kind, LetterTemplate template) {
        hub.save(setting(kind.name()), Json.write(template));
    }

    void reset(LetterKind kind) {
        hub.remove(setting(kind.name()));
    }

    private static String setting(String kind) {
        return "letter_template_" + kind;
    }
}
