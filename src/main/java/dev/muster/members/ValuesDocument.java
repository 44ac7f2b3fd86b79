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

    private ValuesDocument() {}

    static String write(SortedMap<Long, List<String>> values) {
        var document = new StringBuilder(64).append('{');
        values.forEach((field, texts) -> {
            document.append(document.length() == 1 ? "\"" : ",\"").append(field).append("\":[");
            for (int i = 0; i < texts.size(); i++) {
                writeText(texts.get(i), i == 0 ? document : document.append(','));
            }
            document.append(']');
        });
        return document.append('}').toString();
    }

    private static void writeText(String text, StringBuilder document) {
        if (isPlain(text)) {
            document.append('"').append(text).append('"');
        } else {
            document.append(Json.write(text));
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    static SortedMap<Long, List<String>> read(String document) {
        SortedMap<Long, List<String>> values = document.indexOf('\\') < 0 ? new Plain(document).read() : null;
        return values == null ? Json.read(document, DOCUMENT) : values;
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
        SortedMap<Long, List<String>> read() {
            var values = new TreeMap<Long, List<String>>();
            if (!skip('{')) {
                return null;
            }
            do {
                String field = text();
                if (field == null || !skip(':') || !skip('[')) {
                    return null;
                }
                List<String> texts = texts();
                if (texts == null) {
                    return null;
                }
                values.put(Long.valueOf(field), texts);
            } while (skip(','));
            return skip('}') && at == document.length() ? values : null;
        }

        private @Nullable List<String> texts() {
            var texts = new ArrayList<String>(1);
            do {
                String text = text();
                if (text == null) {
                    return null;
                }
                texts.add(text);
            } while (skip(','));
            return skip(']') ? List.copyOf(texts) : null;
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
