package dev.muster.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.common.ui.TimeText;
import dev.muster.common.ui.Times;
import dev.muster.imports.ImportSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who started an import and when, how many rows it had, and with which settings. */
final class ImportFacts {

    private ImportFacts() {}

    /** Returns the facts on one line. */
    static Component[] line(ImportSnapshot one, Times times) {
        List<Component> facts = new ArrayList<>();
        facts.add(new Span(
                new Text(I18NProvider.translate("imports.facts.by", one.startedBy()) + " "),
                new TimeText(one.createdAt(), times)));
        if (!one.state().isActive()) {
            rows(one).ifPresent(rows -> facts.add(new Span(withDuration(one, rows))));
        }
        facts.add(new Span(ImportWords.as(one.kind())));
        facts.add(new Span(ImportWords.groups(one)));
        facts.add(new Span(I18NProvider.translate(
                one.invite() ? "imports.facts.invited" : "imports.facts.not-invited", one.invitationsQueued())));
        facts.forEach(fact -> fact.addClassName("imp-fact"));
        return facts.toArray(Component[]::new);
    }

    /** Returns how many rows the file has, of which an import that stopped did not come to all; empty until they are counted. */
    static Optional<Long> rows(ImportSnapshot one) {
        return Optional.ofNullable(one.totalRows());
    }

    private static String withDuration(ImportSnapshot one, long rows) {
        String words = ImportWords.rows(rows);
        return duration(one)
                .filter(_ -> one.processed() == rows)
                .map(duration -> I18NProvider.translate("imports.facts.rows", words, ImportWords.duration(duration)))
                .orElse(words);
    }

    /** Returns how long the import took; empty until it ended. */
    static Optional<Duration> duration(ImportSnapshot one) {
        return one.startedAt() == null || one.finishedAt() == null
                ? Optional.empty()
                : Optional.of(Duration.between(one.startedAt(), one.finishedAt()));
    }
}
