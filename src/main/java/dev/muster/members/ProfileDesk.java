package dev.muster.members;

import dev.muster.common.AnotherTurn;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Shows and edits the profile of one member. */
@Service
@AnotherTurn
public class ProfileDesk {

    private final Members members;
    private final ProfileCheck check;
    private final ProfileReader reader;
    private final MemberHistory history;
    private final MemberPulse pulse;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    ProfileDesk(
            Members members,
            ProfileCheck check,
            ProfileReader reader,
            MemberHistory history,
            MemberPulse pulse,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.members = members;
        this.check = check;
        this.reader = reader;
        this.history = history;
        this.pulse = pulse;
        this.events = events;
        this.transactions = transactions;
    }

    /** Returns the profile of {@code id}, or empty where there is no such member. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public Optional<MemberProfile> find(MemberId id) {
        return members.findById(id.value()).map(reader::profile);
    }

    /** Tells whether {@code id} was that of a member who was deleted. */
    @PreAuthorize("hasRole('VIEWER')")
    public boolean wasDeleted(MemberId id) {
        return reader.wasDeleted(id);
    }

    /**
     * Puts {@code data} in place of what the profile held. Whatever is blank is erased, but for name and address, which
     * must stay valid.
     *
     * @param version the {@link MemberProfile#version} that the person saw
     */
    @PreAuthorize("hasRole('MANAGER')")
    public EditOutcome edit(MemberId id, long version, ProfileData data) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> editUnlessChanged(id, version, data)));
        } catch (OptimisticLockingFailureException e) {
            return Objects.requireNonNull(transactions.execute(_ -> whoeverWasQuicker(id)));
        } catch (DataIntegrityViolationException e) {
            // Somebody took the address after it was looked for; nothing else in a profile is unique.
            return new EditOutcome.Refused(List.of(FieldProblem.of(StandardField.EMAIL, "members.problem.emailTaken")));
        }
    }

    private EditOutcome editUnlessChanged(MemberId id, long version, ProfileData data) {
        Optional<Member> found = members.findById(id.value());
        if (found.isEmpty() || found.get().version() != version) {
            return whoeverWasQuicker(id);
        }
        Member member = found.get();
        var checked = check.check(data, member);
        if (!checked.problems().isEmpty()) {
            return new EditOutcome.Refused(checked.problems());
        }
        boolean isReachedElsewhere = !member.hasAddress(checked.validEmail());
        List<FieldChange> changes = member.edit(checked.data(), checked.validEmail());
        members.saveAndFlush(member);
        if (!changes.isEmpty()) {
            history.add(id, changes);
            pulse.beat();
        }
        if (isReachedElsewhere) {
            events.publishEvent(new MemberAddressChanged(id));
        }
        return new EditOutcome.Saved(reader.profile(member));
    }

    private EditOutcome whoeverWasQuicker(MemberId id) {
        return members.findById(id.value())
                .<EditOutcome>map(
                        member -> new EditOutcome.ChangedMeanwhile(history.lastAuthor(id), reader.profile(member)))
                .orElseGet(EditOutcome.Gone::new);
    }
}
