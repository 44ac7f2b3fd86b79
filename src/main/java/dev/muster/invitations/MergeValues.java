package dev.muster.invitations;

import dev.muster.common.WhiteSpace;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the merge fields of a letter stand for, for one reader. Filled in once: a value is never looked into again. */
final class MergeValues {

    /** The merge field that stands for the link to join. */
    static final String INVITATION_URL = "invitation_url";

    /** The names of all merge fields, as they stand between double braces. */
    static final List<String> FIELDS =
            List.of("first_name", "name", "company", "hub_name", "sender_name", INVITATION_URL);

    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

    private final Map<String, String> values;

    MergeValues(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Returns {@code template} with its merge fields filled in; an unknown one stays as it is. */
    String fill(String template) {
        return FIELD.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** Tells whether {@code paragraph} is the link alone. */
    static boolean isLink(String paragraph) {
        Matcher found = FIELD.matcher(paragraph.strip());
        return found.matches() && found.group(1).equals(INVITATION_URL);
    }

    /** Returns the first word of {@code name}. */
    static String firstName(String name) {
        return WhiteSpace.clean(name).split("\\s+", 2)[0];
    }
}
