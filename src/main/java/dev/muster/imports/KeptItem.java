package dev.muster.imports;

import dev.muster.members.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an undo left as it was, or would.
 *
 * @param line where the import met the member first
 * @param member null where the member is gone
 * @param name empty where the member was deleted since
 * @param field the name of the field; empty where it is about none, or about one that was deleted
 * @param before its values before the import
 * @param written those that the import gave it
 * @param now those it had when it was looked at
 */
public record KeptItem(
        long line,
        @Nullable MemberId member,
        String name,
        String email,
        KeptReason reason,
        String field,
        List<String> before,
        List<String> written,
        List<String> now) {

    public KeptItem {
        before = List.copyOf(before);
        written = List.copyOf(written);
        now = List.copyOf(now);
    }
}
