package dev.muster.mail;

import java.net.URI;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A part of a letter that knows how it reads as plain text and as HTML. */
sealed interface Block {

    String text();

    String html();

    record Heading(String title) implements Block {
        @Override
        public String text() {
            return title;
        }

        @Override
        public String html() {
            return MailLayout.heading(MailLayout.escape(title));
        }
    }

    record Paragraph(String words) implements Block {
        @Override
        public String text() {
            return words;
        }

        @Override
        public String html() {
            return MailLayout.paragraph(MailLayout.escape(words).replace("\n", "<br>"));
        }
    }

    record Facts(SequencedMap<String, String> facts) implements Block {
        @Override
        public String text() {
            return facts.sequencedEntrySet().stream()
                    .map(fact -> fact.getKey() + ": " + fact.getValue())
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public String html() {
            return MailLayout.table(facts.sequencedEntrySet().stream()
                    .map(fact -> MailLayout.row(MailLayout.escape(fact.getKey()), MailLayout.escape(fact.getValue())))
                    .collect(Collectors.joining()));
        }
    }

    record Button(String label, URI link) implements Block {

        public Button {
            if (!"https".equals(link.getScheme()) && !"http".equals(link.getScheme())) {
                throw new IllegalArgumentException("A mail links to web addresses only, not to %s.".formatted(link));
            }
        }

        @Override
        public String text() {
            return label + ":\n" + link.toASCIIString();
        }

        @Override
        public String html() {
            return MailLayout.button(MailLayout.escape(label), MailLayout.escape(link.toASCIIString()));
        }
    }
}
