package dev.muster.common;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The documents kept in columns. One mapper, so that every document is written the same way. Thread-safe. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Returns {@code value} as a compact JSON text. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Writes {@code text} to the end of {@code document} as {@link #write} would. An import writes a dozen a row, so the
     * plain case, in which nothing needs a backslash, goes without a mapper.
     */
    public static void append(StringBuilder document, String text) {
        if (isPlain(text)) {
            document.append('"').append(text).append('"');
        } else {
            document.append(write(text));
        }
    }

    /** Writes {@code texts} to the end of {@code document} as {@link #write} would. */
    public static void append(StringBuilder document, List<String> texts) {
        document.append('[');
        for (int i = 0; i < texts.size(); i++) {
            append(i == 0 ? document : document.append(','), texts.get(i));
        }
        document.append(']');
    }

    /** Returns {@code texts} as {@link #write} would. */
    public static String ofTexts(List<String> texts) {
        var document = new StringBuilder();
        append(document, texts);
        return document.toString();
    }

    /** Tells whether {@code text} stands in a document as it is, between quotation marks. */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Reads a value of {@code type} out of {@code json}; throws a {@code JacksonException} where it is not one. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** Reads a value of a generic {@code type} out of {@code json}. */
    public static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }
}
