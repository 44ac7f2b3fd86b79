package dev.muster.common;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells this node's jobs that they are to end. It does so before anything of the node does: the web server lets whoever
 * still has a request finish it, for up to half a minute, and the scheduler, which waits for the jobs, ends last of all.
 *
 * @see "Decision 004: jobs are rows"
 */
@Component
public class NodeStop {

    private final ObjectProvider<Scheduler> scheduler;
    private volatile boolean isStopping;

    /**
     * Creates the stop of a node that runs.
     *
     * @param scheduler who is to begin no other job; none where this node has none
     */
    public NodeStop(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** Asks the jobs to end, and has the scheduler begin no other: not those either that they give back. */
    @EventListener(ContextClosedEvent.class)
    public void begin() {
        scheduler.ifAvailable(Scheduler::pause);
        isStopping = true;
    }

    /** Tells whether jobs are to leave the rest of their work to another node, or to the next start. */
    public boolean isStopping() {
        return isStopping;
    }
}
