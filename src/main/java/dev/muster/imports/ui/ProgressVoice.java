package dev.muster.imports.ui;

import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.imports.ImportSnapshot;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells a screen reader about imports, as seldom as {@link ProgressSpeech} says. One per tab. */
final class ProgressVoice {

    private final ProgressSpeech speech = new ProgressSpeech();
    private final Clock clock;
    private final Consumer<String> speaker;

    /**
     * @param speaker says a sentence in the tab's live region
     */
    ProgressVoice(Clock clock, Consumer<String> speaker) {
        this.clock = clock;
        this.speaker = speaker;
    }

    void begin(List<ImportSnapshot> imports) {
        speech.begin(imports);
    }

    void hear(ImportSnapshot one) {
        speech.next(one, clock.instant())
                .ifPresent(news -> speaker.accept(I18NProvider.translate(
                        (news.takesBack() ? "imports.voice.undo." : "imports.voice.")
                                + news.state().name().toLowerCase(Locale.ROOT),
                        news.fileName(),
                        news.percent())));
    }
}
