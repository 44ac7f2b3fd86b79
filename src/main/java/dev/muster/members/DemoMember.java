package dev.muster.members;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invented member.
 *
 * @param groups by name
 * @param values of custom profile fields, by the field's name
 */
record DemoMember(
        String name,
        String email,
        String title,
        String company,
        List<String> groups,
        Map<String, List<String>> values,
        Life life) {

    /** What happened to a member. Times are ages: how long before now it happened, or null where it did not. */
    record Life(
            MemberKind kind,
            MemberSource source,
            Duration created,
            @Nullable Duration invited,
            @Nullable Duration joined,
            @Nullable Duration archived) {}
}
