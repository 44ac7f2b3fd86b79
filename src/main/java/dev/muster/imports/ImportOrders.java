package dev.muster.imports;

import dev.muster.common.Utc;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import dev.muster.security.AccountId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each import was asked to do: with which file, read how, and with which settings. Never changed afterwards. */
@Repository
class ImportOrders {

    private final JdbcClient jdbc;
    private final GroupDesk groups;
    private final Clock clock;

    ImportOrders(JdbcClient jdbc, GroupDesk groups, Clock clock) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.clock = clock;
    }

    /** Adds an import that waits for its turn; {@code check} is what was checked before, or null. */
    ImportId add(StoredFile file, ImportSettings settings, AccountId startedBy, @Nullable ImportId check) {
        String document = StoredSettings.write(chosen(settings.groups()), settings.rows());
        return add(file, settings, document, startedBy, ImportRuns.Purpose.IMPORT, check);
    }

    /** Adds a check that waits for its turn; the groups called {@code newGroups} do not exist yet. */
    ImportId addCheck(StoredFile file, ImportSettings settings, List<String> newGroups, AccountId startedBy) {
        var all = new ArrayList<>(chosen(settings.groups()));
        for (String name : newGroups) {
            all.add(new GroupSummary(new GroupId(-1L - all.size()), name));
        }
        return add(
                file, settings, StoredSettings.write(all, settings.rows()), startedBy, ImportRuns.Purpose.CHECK, null);
    }

    private ImportId add(
            StoredFile file,
            ImportSettings settings,
            String document,
            AccountId startedBy,
            ImportRuns.Purpose purpose,
            @Nullable ImportId check) {
        long id = jdbc.sql("SELECT NEXT VALUE FOR import_run_seq")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO import_run (id, version, file_id, file_name, bytes, file_format, state, member_kind, invite,
                            settings, started_by, created_at, fence, total_rows, processed, created, updated, unchanged,
                            rejected, warnings, already_taken, invitations_queued, bytes_read, last_chunk, last_line,
                            working_millis, purpose, check_id)
                        VALUES (:id, 0, :file, :name, :bytes, :format, 'QUEUED', :kind, :invite, :settings, :by, :now, 0, :rows,
                            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, :purpose, :check)""")
                .param("id", id)
                .param("file", file.id().value())
                .param("name", file.fileName())
                .param("bytes", file.bytes())
                .param("format", file.format() == null ? null : file.format().toText())
                .param("kind", settings.kind().name())
                .param("invite", settings.invite())
                .param("settings", document)
                .param("purpose", purpose.name())
                .param("check", check == null ? null : check.value())
                .param("by", startedBy.value())
                .param("now", Utc.toColumn(clock.instant()))
                .param("rows", file.inspectedRows())
                .update();
        return new ImportId(id);
    }

    private List<GroupSummary> chosen(List<GroupId> ids) {
        return groups.summaries().stream()
                .filter(group -> ids.contains(group.id()))
                .toList();
    }

    /** Returns the file that the import is over. */
    ImportFileId file(ImportId id) {
        return new ImportFileId(jdbc.sql("SELECT file_id FROM import_run WHERE id = ?")
                .param(id.value())
                .query(Long.class)
                .single());
    }

    /** Returns how the import's file is read; empty until somebody has looked through it. */
    Optional<FileFormat> format(ImportId id) {
        return jdbc.sql("SELECT file_format FROM import_run WHERE id = ? AND file_format IS NOT NULL")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(FileFormat::parse);
    }

    /** Returns how the import reads the rows of its file. */
    RowOptions rowOptions(ImportId id) {
        return StoredSettings.rows(jdbc.sql("SELECT settings FROM import_run WHERE id = ?")
                .param(id.value())
                .query(String.class)
                .single());
    }

    /** Returns what the admin chose, without the groups that are gone since. */
    ImportSettings settings(ImportId id) {
        return jdbc.sql("SELECT member_kind, invite, settings FROM import_run WHERE id = ?")
                .param(id.value())
                .query((row, _) -> new ImportSettings(
                        MemberKind.valueOf(row.getString("member_kind")),
                        row.getBoolean("invite"),
                        StoredSettings.groups(row.getString("settings")).stream()
                                .map(GroupSummary::id)
                                .toList(),
                        StoredSettings.rows(row.getString("settings"))))
                .optional()
                .map(settings -> settings.withGroups(
                        chosen(settings.groups()).stream().map(GroupSummary::id).toList()))
                .orElseThrow(() -> new IllegalArgumentException("There is no import %d.".formatted(id.value())));
    }
}
