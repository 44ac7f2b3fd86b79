package dev.muster.imports;

import dev.muster.common.Folding;
import dev.muster.common.LikePattern;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.CheckedRows.StoredChange;
import dev.muster.imports.CountedChunks.Counter;
import dev.muster.imports.Places.Stretch;
import dev.muster.members.FieldChange;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldType;
import dev.muster.members.MemberId;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.StandardField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What a check found out: who would come, and what would change. The rejected rows are among {@link ImportResults}. */
@Service
public class CheckResults {

    /** Somebody who would be created, as their first row says. */
    public record NewMember(long line, String name, String email, String company) {}

    /**
     * What a row would change about a member.
     *
     * @param member null where the member is one that an earlier row would create
     */
    public record MemberUpdate(
            long line, @Nullable MemberId member, String name, String email, List<ValueChange> changes) {

        public MemberUpdate {
            changes = List.copyOf(changes);
        }
    }

    /** One field before and after, by its name; empty for nothing. */
    public record ValueChange(String field, List<String> before, List<String> after) {}

    private final CheckedRows rows;
    private final ImportChunks chunks;
    private final CountedChunks counted;
    private final ImportOrders orders;
    private final ProfileFieldDesk fields;

    CheckResults(
            CheckedRows rows,
            ImportChunks chunks,
            CountedChunks counted,
            ImportOrders orders,
            ProfileFieldDesk fields) {
        this.rows = rows;
        this.chunks = chunks;
        this.counted = counted;
        this.orders = orders;
        this.fields = fields;
    }

    /** Returns who would be created, in the file's order; {@code search} is part of a name or an address, or blank. */
    @PreAuthorize("hasRole('MANAGER')")
    public List<NewMember> created(ImportId check, String search, int offset, int limit) {
        String words = words(search);
        var page = new ArrayList<NewMember>();
        for (Stretch part : placesOfCreated(check, words).page(offset, limit)) {
            page.addAll(rows.created(check, words, part));
        }
        return page;
    }

    /** Returns how many {@link #created} has in all. */
    @PreAuthorize("hasRole('MANAGER')")
    public long countCreated(ImportId check, String search) {
        return placesOfCreated(check, words(search)).total();
    }

    private static String words(String search) {
        return Folding.fold(WhiteSpace.clean(search));
    }

    /** Returns the rows that would change a member, in the file's order. */
    @PreAuthorize("hasRole('MANAGER')")
    public List<MemberUpdate> updated(ImportId check, String search, int offset, int limit) {
        String pattern = LikePattern.containing(search);
        Map<String, String> names = names(check);
        var page = new ArrayList<MemberUpdate>();
        for (Stretch part : placesOfUpdated(check, pattern).page(offset, limit)) {
            rows.changes(check, pattern, part).forEach(change -> page.add(update(change, names)));
        }
        return page;
    }

    /** Returns how many {@link #updated} has in all. */
    @PreAuthorize("hasRole('MANAGER')")
    public long countUpdated(ImportId check, String search) {
        return placesOfUpdated(check, LikePattern.containing(search)).total();
    }

    private Places placesOfCreated(ImportId check, String words) {
        return words.isEmpty()
                ? Places.of(chunks.of(check), ChunkSummary::created)
                : places(check, "created " + words, parts -> rows.countCreated(check, words, parts));
    }

    private Places placesOfUpdated(ImportId check, String pattern) {
        return places(
                check,
                "updated " + pattern,
                Counter.ofLines((from, to) -> rows.linesOfChanges(check, pattern, from, to)));
    }

    private Places places(ImportId check, String list, Counter counter) {
        return counted.lasting(check, list, chunks.of(check), counter);
    }

    private static MemberUpdate update(StoredChange stored, Map<String, String> names) {
        return new MemberUpdate(
                stored.line(),
                stored.memberId() == 0 ? null : new MemberId(stored.memberId()),
                stored.name(),
                stored.email(),
                FieldChange.ofDocument(stored.changes()).stream()
                        .map(change -> new ValueChange(
                                names.getOrDefault(change.field(), ""), change.before(), change.after()))
                        .toList());
    }

    /** Fields that the import would create are known by the numbers that the check gave them. */
    private Map<String, String> names(ImportId check) {
        var names = new HashMap<String, String>();
        for (StandardField field : StandardField.values()) {
            names.put(field.name(), field.header());
        }
        for (FieldDefinition field : fields.definitions()) {
            names.put(Long.toString(field.id().value()), field.name());
        }
        for (ChosenColumn column : orders.rowOptions(check).columns()) {
            if (column.target() instanceof ColumnTarget.NewField(String name, FieldType _)) {
                names.put(Long.toString(Header.provisional(name).value()), name);
            }
        }
        return names;
    }
}
