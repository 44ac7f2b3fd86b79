package dev.muster.members;

import dev.muster.common.Json;
import dev.muster.common.LikePattern;
import java.util.regex.Pattern;

/**
 * Patterns over {@code member.field_values}, a document {@code {"<field id>":["value", ...]}} without white space between
 * its parts. They cannot be fooled by a value, since a quotation mark within a value is written {@code \"}: the text
 * {@code "7":[} stands only where the values of field 7 begin.
 */
final class FieldPattern {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");
    /** A value, escapes and all. Possessive: no backtracking within it. */
    private static final String VALUE = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";

    private FieldPattern() {}

    /** Returns the LIKE pattern of documents that hold any value of {@code field}. */
    static String likeHolding(FieldId field) {
        return "%" + start(field) + "%";
    }

    /** Returns the LIKE pattern, with {@code !} as its escape, of documents that may hold {@code value}. */
    static String likeHolding(FieldId field, String value) {
        return "%" + start(field) + "%" + LikePattern.escaped(Json.write(value)) + "%";
    }

    /** Returns the regular expression of documents that hold {@code value} of {@code field}, alone or among others. */
    static String regexpHolding(FieldId field, String value) {
        return "\"" + field.value() + "\":\\[(?:" + VALUE + ",)*" + quoted(Json.write(value)) + "[,\\]]";
    }

    /** Returns the regular expression of documents that hold two values or more of {@code field}. */
    static String regexpHoldingSeveral(FieldId field) {
        return "\"" + field.value() + "\":\\[" + VALUE + ",";
    }

    /** Both databases understand a backslash before a special character, but not alike a whole quotation. */
    private static String quoted(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    private static String start(FieldId field) {
        return "\"" + field.value() + "\":[";
    }
}
