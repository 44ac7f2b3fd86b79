package dev.muster.api;

import dev.muster.common.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object that a client sent, read one by one: what is not of the expected type is noted, and reads
 * as if it were not there. Tells a member that is null from one that is missing.
 */
final class JsonBody {

    private final Map<String, @Nullable Object> members;
    private final Catalogue texts;
    private final Findings findings;

    JsonBody(Map<String, @Nullable Object> members, Catalogue texts) {
        this.members = members;
        this.texts = texts;
        this.findings = new Findings(texts);
    }

    /** Returns what was found to be wrong so far. */
    Findings findings() {
        return findings;
    }

    /** Notes every member that is not among {@code known}. */
    void allow(Set<String> known) {
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                findings.wrong(
                        "body", texts.text("api.expected.members", String.join(", ", new TreeSet<>(known))), name);
            }
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Returns a text; null where there is none. */
    @Nullable
    String text(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        findings.wrong(name, texts.text("api.expected.text"), value);
        return null;
    }

    boolean flag(String name, boolean otherwise) {
        Object value = members.get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            findings.wrong(name, texts.text("api.expected.flag"), value);
        }
        return otherwise;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        Object value = members.get(name);
        if (value == null) {
            return otherwise;
        }
        for (E choice : Objects.requireNonNull(type.getEnumConstants())) {
            if (choice.name().equals(value.toString().toUpperCase(Locale.ROOT))) {
                return choice;
            }
        }
        findings.wrong(name, Choices.oneOf(texts, List.of(type.getEnumConstants())), value);
        return otherwise;
    }

    /** Returns a list of texts; empty where there is none. */
    List<String> texts(String name) {
        return list(name, members.get(name));
    }

    /** Returns lists of texts by name; a single text stands for a list of one, null for an empty one. */
    Map<String, List<String>> lists(String name) {
        Object value = members.get(name);
        var lists = new LinkedHashMap<String, List<String>>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, list) -> lists.put(key.toString(), list(name + '.' + key, list)));
        } else if (value != null) {
            findings.wrong(name, texts.text("api.expected.lists"), value);
        }
        return lists;
    }

    private List<String> list(String where, @Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case String text -> List.of(text);
            case List<?> list -> {
                var found = new ArrayList<String>();
                for (Object one : list) {
                    if (one instanceof String text) {
                        found.add(text);
                    } else {
                        findings.wrong(where, texts.text("api.expected.texts"), one);
                    }
                }
                yield found;
            }
            default -> {
                findings.wrong(where, texts.text("api.expected.texts"), value);
                yield List.of();
            }
        };
    }
}
