package dev.muster.members;

import dev.muster.common.AnotherTurn;
import dev.muster.security.AccountId;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import dev.muster.security.CurrentUser;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes many members at once, or one: puts them into groups and takes them out, archives, locks and deletes. A few
 * thousand are changed at once; for more a job goes on by itself, about exactly those who were selected when it began.
 */
@Service
@AnotherTurn
public class MembersDesk {

    /** Up to so many are changed while the person waits. */
    public static final int AT_ONCE = 5_000;

    private final SelectedMembers selected;
    private final ChangeMembers changing;
    private final MemberTasks tasks;
    private final MemberTaskQueue queue;
    private final Audit audit;

    MembersDesk(
            SelectedMembers selected, ChangeMembers changing, MemberTasks tasks, MemberTaskQueue queue, Audit audit) {
        this.selected = selected;
        this.changing = changing;
        this.tasks = tasks;
        this.queue = queue;
        this.audit = audit;
    }

    /** Writes down who changed many members. */
    @org.springframework.stereotype.Component
    static class Audit {

        private final AuditLog log;
        private final CurrentUser user;

        Audit(AuditLog log, CurrentUser user) {
            this.log = log;
            this.user = user;
        }

        AccountId user() {
            return user.get().id();
        }

        void record(MemberChange change, long members) {
            String detail = AuditDetail.count(members, "member")
                    + change.groups().stream()
                            .map(group -> ", group %d".formatted(group.value()))
                            .sorted()
                            .collect(Collectors.joining());
            log.record("advocates." + change.kind().name().toLowerCase(java.util.Locale.ROOT), "member", null, detail);
        }
    }

    /** Makes {@code change} to whoever is selected, or begins to. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public ChangeOutcome change(MemberSelection selection, MemberChange change) {
        List<Long> ids = selected.ids(selection, AT_ONCE + 1);
        return selection instanceof MemberSelection.AllThat all && ids.size() > AT_ONCE
                ? start(all, change)
                : new ChangeOutcome.Done(change, changeNow(ids, change));
    }

    /**
     * Makes {@code change} to {@code members} now, however many.
     *
     * @return for whom it made a difference
     */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public Set<MemberId> change(Collection<MemberId> members, MemberChange change) {
        return changeNow(members.stream().map(MemberId::value).toList(), change);
    }

    /** Begins to make {@code change} to {@code members}, however many these are; it goes on by itself. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    public MemberTaskId start(long[] members, MemberChange change) {
        MemberTaskId task = tasks.add(change, audit.user());
        tasks.fill(task, members);
        queue.add(task);
        audit.record(change, members.length);
        return task;
    }

    /** Returns how far a task has come, or empty where there is none. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public Optional<MemberTaskProgress> progress(MemberTaskId task) {
        return tasks.progress(task);
    }

    /** Returns the newest task of whoever asks that still goes on. */
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional(readOnly = true)
    public Optional<MemberTaskId> running() {
        return tasks.running(audit.user());
    }

    private Set<MemberId> changeNow(List<Long> ids, MemberChange change) {
        List<Long> sorted = ids.stream().sorted().toList();
        var changed = new LinkedHashSet<Long>();
        for (int from = 0; from < sorted.size(); from += ChangeMembers.BATCH) {
            List<Long> batch = sorted.subList(from, Math.min(from + ChangeMembers.BATCH, sorted.size()));
            changed.addAll(changing.change(batch, change, audit.user()));
        }
        if (!changed.isEmpty()) {
            audit.record(change, changed.size());
        }
        return changed.stream().map(MemberId::new).collect(Collectors.toSet());
    }

    private ChangeOutcome start(MemberSelection.AllThat selection, MemberChange change) {
        MemberTaskId task = tasks.add(change, audit.user());
        long total = selected.found(selection)
                .map(ids -> tasks.fill(task, ids))
                .orElseGet(() -> tasks.fill(task, selected.bound(selection)));
        queue.add(task);
        audit.record(change, total);
        return new ChangeOutcome.Started(task, total);
    }
}
