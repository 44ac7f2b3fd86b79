package dev.muster.members;

import dev.muster.common.Lookout;
import dev.muster.members.index.MemberTouches;
import java.util.Collection;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells open pages, on every node, that members changed: one number in the database goes up with each change. */
@Component
public class MemberPulse implements DisposableBean, TransactionSynchronization {

    /** Ends a watch. */
    public interface Watch extends Lookout.Watch {}

    private final JdbcClient jdbc;
    private final MemberTouches touches;
    private final Lookout lookout = new Lookout("members", this::read);

    MemberPulse(JdbcClient jdbc, MemberTouches touches) {
        this.jdbc = jdbc;
        this.touches = touches;
    }

    /**
     * Says, in the current transaction, that members change. Costs one row at its very end, once however often it is
     * called.
     */
    public void beat() {
        TransactionSynchronizationManager.registerSynchronization(this);
    }

    /** Says the same, and whom it is about. Whatever changes a row of a member or a membership has to say so. */
    public void beat(Collection<Long> members) {
        touches.touch(members);
        beat();
    }

    /** Says only whom the current transaction is about: for an import, whose pages hear of all of it where it ends. */
    public void touch(Collection<Long> members) {
        touches.touch(members);
    }

    /**
     * Has {@code watcher} told whenever members have changed, from now on, at most twice a second. It is called on a
     * thread of its own and must return soon.
     */
    public Watch watch(Runnable watcher) {
        return lookout.watch(watcher)::close;
    }

    /** Last in its transaction, so that the row which all of them share is held for a moment only. */
    @Override
    public void beforeCommit(boolean readOnly) {
        jdbc.sql("UPDATE pulse SET beat = beat + 1 WHERE topic = 'members'").update();
    }

    @Override
    public void afterCommit() {
        lookout.wake();
    }

    private Long read() {
        return jdbc.sql("SELECT beat FROM pulse WHERE topic = 'members'")
                .query(Long.class)
                .single();
    }

    @Override
    public void destroy() {
        lookout.close();
    }
}
