package dev.muster.common;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The one catalogue of texts, for what is said outside a page: mail, files, the REST API. Pages ask Vaadin for the same
 * texts by the same keys ({@code getTranslation}).
 */
@Component
public class Catalogue {

    private final MessageSource messages;

    Catalogue(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Returns the text of {@code key} in English.
     *
     * @param arguments what fills {@code {0}}, {@code {1}}, …
     * @throws org.springframework.context.NoSuchMessageException where the catalogue has no such key
     */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
