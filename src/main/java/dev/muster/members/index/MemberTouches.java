package dev.muster.members.index;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes down which members a transaction touches, one row each transaction, so that every node can bring its index up to
 * date. The rows are numbered in the order of their commits, since the row that counts is held until then.
 */
@Component
public class MemberTouches {

    /** So many are kept; a node that missed more of them reads all members. */
    private static final int KEPT = 4096;

    private static final int SWEPT_EVERY = 512;
    private static final int GROUP_BITS = 7;
    private static final int MORE = 1 << GROUP_BITS;

    private final JdbcClient jdbc;

    MemberTouches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says that the current transaction adds, changes or removes these members, or moves them in or out of groups. */
    public void touch(Collection<Long> members) {
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Pending pending)) {
            var fresh = new Pending(this);
            TransactionSynchronizationManager.bindResource(this, fresh);
            TransactionSynchronizationManager.registerSynchronization(fresh);
            fresh.members.addAll(members);
            return;
        }
        pending.members.addAll(members);
    }

    /** Says the same of one member. */
    public void touch(long member) {
        touch(List.of(member));
    }

    /** What one transaction touched so far. */
    private static final class Pending implements TransactionSynchronization {

        private final MemberTouches touches;
        private final List<Long> members = new ArrayList<>();

        Pending(MemberTouches touches) {
            this.touches = touches;
        }

        /** Before {@code MemberPulse}, always: both hold a row that others wait for. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1;
        }

        /** Last in its transaction, so that the row which all of them share is held for a moment only. */
        @Override
        public void beforeCommit(boolean readOnly) {
            if (!members.isEmpty()) {
                touches.write(new TreeSet<>(members));
            }
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(touches);
        }
    }

    private void write(SortedSet<Long> members) {
        jdbc.sql("UPDATE pulse SET beat = beat + 1 WHERE topic = 'touches'").update();
        long number = number();
        jdbc.sql("INSERT INTO member_touch (number, members) VALUES (?, ?)")
                .params(number, encode(members))
                .update();
        if (number % SWEPT_EVERY == 0) {
            jdbc.sql("DELETE FROM member_touch WHERE number < ?")
                    .param(number - KEPT)
                    .update();
        }
    }

    /** Returns the number of the last touch. */
    long number() {
        return jdbc.sql("SELECT beat FROM pulse WHERE topic = 'touches'")
                .query(Long.class)
                .single();
    }

    /** Returns who was touched after {@code from} up to {@code to}; empty where that is not known any more. */
    Optional<SortedSet<Long>> between(long from, long to) {
        List<byte[]> rows = jdbc.sql("SELECT members FROM member_touch WHERE number > ? AND number <= ?")
                .params(from, to)
                .query((row, _) -> row.getBytes(1))
                .list();
        if (rows.size() != to - from) {
            return Optional.empty();
        }
        var members = new TreeSet<Long>();
        rows.forEach(row -> decode(row, members));
        return Optional.of(members);
    }

    /** Writes ascending numbers as their distances, seven bits a byte, the lowest first. */
    static byte[] encode(SortedSet<Long> members) {
        var out = new ByteArrayOutputStream(2 * members.size());
        long last = 0;
        for (long member : members) {
            long rest = member - last;
            last = member;
            while ((rest & -MORE) != 0) {
                out.write((int) ((rest & (MORE - 1)) | MORE));
                rest >>>= GROUP_BITS;
            }
            out.write((int) rest);
        }
        return out.toByteArray();
    }

    static void decode(byte[] document, Collection<Long> into) {
        long last = 0;
        long distance = 0;
        int shift = 0;
        for (byte piece : document) {
            distance |= (long) (piece & (MORE - 1)) << shift;
            shift += GROUP_BITS;
            if (piece >= 0) {
                last += distance;
                into.add(last);
                distance = 0;
                shift = 0;
            }
        }
    }
}
