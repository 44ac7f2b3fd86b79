package dev.muster.members;

import dev.muster.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * The text of {@code member.field_values}: what Jackson would write and read, without white space. An import writes and
 * reads one for each row, so the plain case, in which nothing needs a backslash, goes without a mapper; any other is
 * Jackson's.
 */
final class ValuesDocument {

    private static final TypeReference<TreeMap<Long, List<String>>> DOCUMENT = new TypeReference<>() {};

    private static final int USUAL_LENGTH = 160;

    private ValuesDocument() {}

    static String write(FieldValues values) {
        var document = new StringBuilder(USUAL_LENGTH).append('{');
        values.eachField((field, texts) -> {
            document.append(document.length() == 1 ? "\"" : ",\"")
                    .append(field.value())
                    .append("\":");
            Json.append(document, texts);
        });
        return document.append('}').toString();
    }

    /** Tells whether {@code document} is what {@link #write} makes of {@code values}, without making it. */
    static boolean isOf(String document, FieldValues values) {
        var comparison = new Comparison(document);
        values.eachField(comparison::field);
        return comparison.isSame();
    }

    static FieldValues read(String document) {
        FieldValues values = document.indexOf('\\') < 0 ? new Plain(document).read() : null;
        return values == null ? ofMap(Json.read(document, DOCUMENT)) : values;
    }

    private static FieldValues ofMap(SortedMap<Long, List<String>> byNumber) {
        FieldValues.Builder values = FieldValues.builder();
        byNumber.forEach((field, texts) -> values.put(new FieldId(field), texts));
        return values.build();
    }

    /** Goes along a document as if it were being written. */
    private static final class Comparison {

        private final String document;
        private int at;
        private boolean same = true;

        Comparison(String document) {
            this.document = document;
        }

        void field(FieldId field, List<String> texts) {
            expect(at == 0 ? "{\"" : ",\"");
            expect(Long.toString(field.value()));
            expect("\":[");
            for (int i = 0; i < texts.size(); i++) {
                expect(i == 0 ? "" : ",");
                text(texts.get(i));
            }
            expect("]");
        }

        private void text(String text) {
            if (Json.isPlain(text)) {
                expect("\"");
                expect(text);
                expect("\"");
            } else {
                expect(Json.write(text));
            }
        }

        private void expect(String part) {
            same = same && document.startsWith(part, at);
            at += part.length();
        }

        boolean isSame() {
            expect(at == 0 ? "{}" : "}");
            return same && at == document.length();
        }
    }

    /** Reads a document in which every quotation mark begins or ends a text. */
    private static final class Plain {

        private final String document;
        private int at;

        Plain(String document) {
            this.document = document;
        }

        /** Returns the values, or null where the document is written in another way. */
        @Nullable
        FieldValues read() {
            FieldValues.Builder values = FieldValues.builder();
            if (!skip('{')) {
                return null;
            }
            do {
                FieldId field = field();
                if (field == null || !skip(':') || !skip('[')) {
                    return null;
                }
                List<String> texts = texts();
                if (texts == null) {
                    return null;
                }
                values.put(field, texts);
            } while (skip(','));
            return skip('}') && at == document.length() ? values.build() : null;
        }

        private @Nullable FieldId field() {
            int end = skip('"') ? document.indexOf('"', at) : -1;
            if (end <= at) {
                return null;
            }
            long number = Long.parseLong(document, at, end, 10);
            at = end + 1;
            return new FieldId(number);
        }

        private @Nullable List<String> texts() {
            String first = text();
            if (first == null || !skip(',')) {
                return first != null && skip(']') ? List.of(first) : null;
            }
            var texts = new ArrayList<String>();
            texts.add(first);
            do {
                String text = text();
                if (text == null) {
                    return null;
                }
                texts.add(text);
            } while (skip(','));
            return skip(']') ? texts : null;
        }

        private @Nullable String text() {
            int end = skip('"') ? document.indexOf('"', at) : -1;
            if (end < 0) {
                return null;
            }
            String text = document.substring(at, end);
            at = end + 1;
            return text;
        }

        private boolean skip(char sign) {
            boolean isThere = at < document.length() && document.charAt(at) == sign;
            at += isThere ? 1 : 0;
            return isThere;
        }
    }
}
