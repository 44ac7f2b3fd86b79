package dev.muster.mail;

import dev.muster.common.JobBell;
import org.springframework.stereotype.Component;

/** Wakes the sending job, so that a letter need not wait for its next round. */
@Component
class MailBell {

    private final JobBell bell;

    MailBell(JobBell bell) {
        this.bell = bell;
    }

    /** Rings once the current transaction has committed, once however often it is called in it. */
    void ringAfterCommit() {
        bell.ringAfterCommit(MailConfig.JOB);
    }
}
