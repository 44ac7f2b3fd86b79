package dev.muster.members;

import dev.muster.common.AnotherTurn;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes new members in, one at a time. */
@Service
@AnotherTurn
public class MemberRegister {

    private final Members members;
    private final ProfileCheck check;
    private final Memberships memberships;
    private final MemberPulse pulse;
    private final TransactionOperations transactions;
    private final Clock clock;

    MemberRegister(
            Members members,
            ProfileCheck check,
            Memberships memberships,
            MemberPulse pulse,
            TransactionOperations transactions,
            Clock clock) {
        this.members = members;
        this.check = check;
        this.memberships = memberships;
        this.pulse = pulse;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds an advocate who has not joined, with the source {@code Admin Added}; its groups are pending until it joins.
     */
    @PreAuthorize("hasRole('MANAGER')")
    public AddOutcome add(NewMember newcomer) {
        return add(newcomer, MemberKind.ADVOCATE, MemberSource.ADMIN_ADDED);
    }

    /** Adds a member of the {@code kind} who has not joined; its groups are pending until it joins. */
    @PreAuthorize("hasRole('MANAGER')")
    public AddOutcome add(NewMember newcomer, MemberKind kind, MemberSource source) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> addUnlessThere(newcomer, kind, source)));
        } catch (DataIntegrityViolationException e) {
            // Somebody else added the same address in between, and is found now.
            return alreadyThere(check.check(newcomer.data(), null)).orElseThrow(() -> e);
        }
    }

    private AddOutcome addUnlessThere(NewMember newcomer, MemberKind kind, MemberSource source) {
        var checked = check.check(newcomer.data(), null);
        Optional<AddOutcome> known = alreadyThere(checked);
        if (known.isPresent()) {
            return known.get();
        }
        if (!checked.problems().isEmpty()) {
            return new AddOutcome.Refused(checked.problems());
        }
        var member =
                members.saveAndFlush(new Member(checked.data(), checked.validEmail(), kind, source, clock.instant()));
        memberships.welcome(member.id(), newcomer.groups());
        pulse.beat();
        return new AddOutcome.Added(member.id());
    }

    private Optional<AddOutcome> alreadyThere(ProfileCheck.Checked checked) {
        return Optional.ofNullable(checked.email())
                .flatMap(email -> members.findByEmailKey(email.key()))
                .map(member -> new AddOutcome.AlreadyThere(member.id()));
    }
}
