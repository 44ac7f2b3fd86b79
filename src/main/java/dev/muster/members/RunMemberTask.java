package dev.muster.members;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes a change to many members, batch by batch, each in a transaction. Can be called again after any interruption. */
@Component
class RunMemberTask {

    private final MemberTasks tasks;
    private final ChangeMembers changing;
    private final MemberPulse pulse;
    private final TransactionOperations transactions;

    RunMemberTask(MemberTasks tasks, ChangeMembers changing, MemberPulse pulse, TransactionOperations transactions) {
        this.pulse = pulse;
        this.tasks = tasks;
        this.changing = changing;
        this.transactions = transactions;
    }

    /**
     * Runs the task.
     *
     * @param stopping asked between two batches
     * @return whether it is finished; else it was stopped, or has to wait for somebody's word
     */
    boolean run(MemberTaskId task, BooleanSupplier stopping) {
        var step = Step.BATCH;
        while (step == Step.BATCH && !stopping.getAsBoolean()) {
            step = Objects.requireNonNull(transactions.execute(_ -> step(task)));
        }
        return step == Step.END;
    }

    private enum Step {
        BATCH,
        WAIT,
        END
    }

    private Step step(MemberTaskId id) {
        MemberTasks.Task task = tasks.lock(id).orElse(null);
        if (task == null) {
            return Step.END;
        }
        List<Long> batch = tasks.next(id, ChangeMembers.BATCH);
        if (batch.isEmpty()) {
            tasks.finish(id);
            return Step.END;
        }
        if (changing.waits(task.change())) {
            return Step.WAIT;
        }
        List<Long> changed = changing.change(batch, task.change(), task.account(), task.decidedAt());
        pulse.beat();
        tasks.advance(id, batch.getLast(), batch.size(), changed.size());
        return Step.BATCH;
    }
}
