package dev.muster.members;

import dev.muster.common.ForcedIndex;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes the values of a deleted field out of the members' documents, batch by batch, each in a transaction. */
@Component
class SweepField {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final MemberPulse pulse;
    private final TransactionOperations transactions;

    SweepField(JdbcClient jdbc, JdbcTemplate batches, MemberPulse pulse, TransactionOperations transactions) {
        this.pulse = pulse;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
    }

    private record Holder(long id, FieldValues values) {}

    /** How a sweep ended. */
    enum Ending {
        /** Nobody held a value. */
        CLEAN,
        /** Somebody did, and more may come from whoever still knew the field, such as a running import. */
        SWEPT,
        /** Someone asked for the thread. */
        INTERRUPTED
    }

    /**
     * Goes through all members once.
     *
     * @param stopping asked between two batches
     */
    Ending run(FieldId field, BooleanSupplier stopping) {
        long last = 0;
        Ending ending = Ending.CLEAN;
        while (!stopping.getAsBoolean()) {
            long after = last;
            OptionalLong reached = Objects.requireNonNull(transactions.execute(_ -> sweepBatch(field, after)));
            if (reached.isEmpty()) {
                return ending;
            }
            last = reached.getAsLong();
            ending = Ending.SWEPT;
        }
        return Ending.INTERRUPTED;
    }

    private OptionalLong sweepBatch(FieldId field, long after) {
        // Looked up first and locked by their ids then: of all that a condition finds, H2 locks and writes each anew.
        List<Long> ids = jdbc.sql("""
                        SELECT id FROM member WHERE id > ? AND field_values LIKE ? ORDER BY id LIMIT %d""".formatted(BATCH))
                .params(after, FieldPattern.likeHolding(field))
                .query((row, _) -> row.getLong("id"))
                .list();
        if (ids.isEmpty()) {
            return OptionalLong.empty();
        }
        List<Holder> holders = jdbc.sql("SELECT id, field_values FROM member" + ForcedIndex.PRIMARY
                        + " WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids)
                .query((row, _) -> new Holder(row.getLong("id"), FieldValues.ofDocument(row.getString("field_values"))))
                .list();
        batches.batchUpdate(
                "UPDATE member SET field_values = ?, version = version + 1 WHERE id = ?",
                holders.stream()
                        .map(holder -> new Object[] {
                            holder.values().with(field, List.of()).toDocument(), holder.id()
                        })
                        .toList());
        pulse.beat(holders.stream().map(Holder::id).toList());
        return OptionalLong.of(ids.getLast());
    }
}
