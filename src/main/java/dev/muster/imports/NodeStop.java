package dev.muster.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whether this node's jobs are to end, to what has no job at hand that it could ask. */
@Component
class NodeStop {

    private final ObjectProvider<Scheduler> schedulers;
    private volatile @Nullable SchedulerState state;

    NodeStop(ObjectProvider<Scheduler> schedulers) {
        this.schedulers = schedulers;
    }

    /** It is looked up while it is there: once the application ends, nothing can be. */
    @EventListener(ApplicationStartedEvent.class)
    void lookUp() {
        schedulers.ifAvailable(scheduler -> state = scheduler.getSchedulerState());
    }

    boolean isStopping() {
        SchedulerState known = state;
        return known != null && known.isShuttingDown();
    }
}
