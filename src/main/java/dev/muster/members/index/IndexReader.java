package dev.muster.members.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads for the index what the database holds, each time as of one moment. */
final class IndexReader {

    private static final Logger LOG = LoggerFactory.getLogger(IndexReader.class);

    private static final int BATCH = 1_000;

    private final IndexRows rows;
    private final MemberTouches touches;
    private final TransactionTemplate transaction;

    IndexReader(IndexRows rows, MemberTouches touches, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.touches = touches;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Has all that {@code reading} reads be of the same moment. */
    <T> T asOfOneMoment(Supplier<T> reading) {
        return Objects.requireNonNull(transaction.execute(_ -> reading.get()));
    }

    /** Returns those of {@code members} that are there. */
    List<IndexedMember> members(SortedSet<Long> members) {
        List<Long> ids = List.copyOf(members);
        var found = new ArrayList<IndexedMember>(ids.size());
        for (int from = 0; from < ids.size(); from += BATCH) {
            found.addAll(rows.of(ids.subList(from, Math.min(ids.size(), from + BATCH))));
        }
        return found;
    }

    /** Reads everybody. */
    Content everybody() {
        return asOfOneMoment(() -> {
            var fresh = new Content();
            long number = touches.number();
            List<IndexedMember> some = rows.after(0, Page.SIZE);
            while (!some.isEmpty()) {
                fresh.fill(some);
                some = rows.after(some.getLast().id(), Page.SIZE);
            }
            fresh.sort(number);
            return fresh;
        });
    }

    /** Reads everybody, and logs what that took. */
    Content everybodyTimed() {
        long start = System.nanoTime();
        Content fresh = everybody();
        LOG.info(
                "The index of {} members was made in {} ms; it takes {} MiB beside the heap.",
                fresh.members(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                fresh.pages().bytes() >> 20);
        return fresh;
    }

    /** Tells whether there is another sum of members in the database than in {@code now}, though nobody said why. */
    boolean differsFrom(Content now) {
        return asOfOneMoment(() -> {
            IndexRows.Sums sums = rows.sums();
            return touches.number() == now.number() && (sums.members() != now.members() || sums.marks() != now.marks());
        });
    }
}
