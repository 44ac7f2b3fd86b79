package dev.muster.invitations;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.muster.common.ForcedIndex;
import dev.muster.common.SpreadsheetCell;
import dev.muster.common.Utc;
import dev.muster.members.MemberId;
import dev.muster.security.AuditDetail;
import dev.muster.security.CurrentUser;
import dev.muster.security.ExportLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Writes contacts with their personal links, for whoever sends the mails with a tool of their own. */
@Service
public class ContactExport {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final JdbcClient jdbc;
    private final ContactBatches batches;
    private final InvitationQueue queue;
    private final InvitationRows rows;
    private final InvitationLinks links;
    private final ExportLog log;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;
    private final Clock clock;

    ContactExport(
            JdbcClient jdbc,
            ContactBatches batches,
            InvitationQueue queue,
            InvitationRows rows,
            InvitationLinks links,
            ExportLog log,
            CurrentUser currentUser,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.queue = queue;
        this.rows = rows;
        this.links = links;
        this.log = log;
        this.currentUser = currentUser;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes {@code selection} as CSV: name, address, company, title and the personal link, which is made where there is
     * none. Audited before the first byte and at its end. Leaves {@code out} open.
     *
     * @throws IOException where {@code out} does not take any more
     */
    @PreAuthorize("hasRole('MANAGER')")
    public void write(ContactSelection selection, OutputStream out) throws IOException {
        List<MemberId> members = batches.ids(selection);
        try (ExportLog.Export export =
                log.begin("contact.export-links", "member", AuditDetail.count(members.size(), "member"))) {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(BYTE_ORDER_MARK);
            CsvWriter csv = CsvWriter.builder().build(writer);
            csv.writeRecord("Name", "Email", "Title", "Company", "Invitation URL");
            for (List<MemberId> part : ContactBatches.parts(members)) {
                for (List<String> record : Objects.requireNonNull(transactions.execute(_ -> records(part)))) {
                    export.countRow();
                    csv.writeRecord(record);
                }
            }
            csv.flush();
            export.finish();
        }
    }

    private List<List<String>> records(List<MemberId> part) {
        Map<MemberId, InvitationId> open = openOf(part);
        List<MemberId> without = rows.invitable(part).keySet().stream()
                .filter(member -> !open.containsKey(member))
                .toList();
        Instant now = clock.instant();
        var occasion = new InvitationQueue.Occasion(
                InvitationPurpose.INVITATION, null, currentUser.get().id(), Set.of());
        List<InvitationId> made = queue.add(without, occasion, now);
        for (int i = 0; i < made.size(); i++) {
            rows.openWithoutLetter(made.get(i), now);
            open.put(without.get(i), made.get(i));
        }
        return jdbc.sql("SELECT id, name, email, title, company FROM member" + ForcedIndex.PRIMARY
                        + " WHERE id IN (:ids) ORDER BY id")
                .param("ids", ContactBatches.numbers(part))
                .query((row, _) -> {
                    InvitationId invitation = open.get(new MemberId(row.getLong("id")));
                    return List.of(
                            SpreadsheetCell.neutralised(row.getString("name")),
                            SpreadsheetCell.neutralised(row.getString("email")),
                            SpreadsheetCell.neutralised(Objects.requireNonNullElse(row.getString("title"), "")),
                            SpreadsheetCell.neutralised(Objects.requireNonNullElse(row.getString("company"), "")),
                            invitation == null ? "" : links.toJoin(invitation).toASCIIString());
                })
                .list();
    }

    private Map<MemberId, InvitationId> openOf(List<MemberId> part) {
        var open = new HashMap<MemberId, InvitationId>();
        jdbc.sql("""
                        SELECT member_id, MAX(id) AS id FROM invitation
                        WHERE member_id IN (:ids) AND state IN ('QUEUED', 'OPEN') AND purpose <> 'CONFIRMATION'
                            AND (expires_at IS NULL OR expires_at > :now)
                        GROUP BY member_id""")
                .param("ids", ContactBatches.numbers(part))
                .param("now", Utc.toColumn(clock.instant()))
                .query(row -> {
                    open.put(new MemberId(row.getLong("member_id")), new InvitationId(row.getLong("id")));
                });
        return open;
    }
}
