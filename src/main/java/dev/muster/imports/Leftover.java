package dev.muster.imports;

import dev.muster.common.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an undo leaves as it is.
 *
 * @param subject {@link #MEMBER}, {@link #INVITATION}, or a field as in {@link dev.muster.members.FieldChange}
 * @param values null where it is about no field
 */
record Leftover(String subject, KeptReason reason, @Nullable Values values) {

    static final String MEMBER = "MEMBER";
    static final String INVITATION = "INVITATION";

    /** The values of a field before the import, after it, and now. */
    record Values(List<String> before, List<String> written, List<String> now) {

        String toDocument() {
            return Json.write(this);
        }

        static Values ofDocument(String document) {
            return Json.read(document, Values.class);
        }
    }
}
