package dev.muster.imports;

import dev.muster.members.MemberKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whoever a chunk's rows with one address are about: from before the first of them to after the last. */
final class Person {

    private final String key;
    private final @Nullable KnownMember known;
    private @Nullable MemberState found;
    private @Nullable MemberState state;
    private boolean invited;
    private boolean changed;
    private boolean assumed;
    private long firstLine;
    private long id;

    /**
     * Takes somebody as the chunk finds them.
     *
     * @param known null where nobody in the hub has the address
     * @param firstLine the line of an earlier chunk that was about them, or 0
     */
    Person(String key, @Nullable KnownMember known, long firstLine) {
        this.key = key;
        this.known = known;
        this.state = known == null ? null : known.state();
        this.found = state;
        this.firstLine = firstLine;
        this.id = known == null ? 0 : known.id();
    }

    /** Takes somebody as the rows that a check went through before leave them. */
    static Person afterRows(String key, @Nullable KnownMember known, MemberState state, long firstLine) {
        var person = new Person(key, known, firstLine);
        person.state = state;
        person.found = state;
        return person;
    }

    /** Returns the person as the next chunk finds them; only where they are in the hub, and have an id. */
    Person afterwards() {
        long version = known == null ? 0 : known.version() + (isUpdated() ? 1 : 0);
        var person = new Person(key, new KnownMember(id, version, result()), firstLine);
        person.assumed = true;
        return person;
    }

    /** Tells whether {@link #known} is only what an earlier chunk was going to leave. */
    boolean isAssumed() {
        return assumed;
    }

    String key() {
        return key;
    }

    /** Returns the person as the last row left them; null while they are not in the hub. */
    @Nullable
    MemberState state() {
        return state;
    }

    /** Returns the line of this import that was about them first, or 0. */
    long firstLine() {
        return firstLine;
    }

    /** Takes the effect of the row on {@code line}. */
    void apply(Decision decision, long line) {
        if (decision.after() == null) {
            return;
        }
        state = decision.after();
        invited |= decision.invites();
        changed |= !decision.changes().isEmpty();
        if (firstLine == 0) {
            firstLine = line;
        }
    }

    /** Tells whether the chunk brings the person into the hub. */
    boolean isCreated() {
        return known == null && state != null;
    }

    /** Tells whether the chunk changes the row of somebody who is in the hub, groups aside. */
    boolean isUpdated() {
        return known != null
                && state != null
                && (!state.texts().equals(known.state().texts())
                        || !state.values().equals(known.state().values())
                        || !state.standing().equals(known.state().standing()));
    }

    /** Tells whether the chunk changes somebody who is in the hub, groups included, and be it there and back. */
    boolean isTouched() {
        return known != null && state != null && (changed || !state.equals(known.state()));
    }

    /** Tells whether the rows of the chunk leave the person otherwise than they found them. */
    boolean isMoved() {
        return state != null && !state.equals(found);
    }

    boolean isInvited() {
        return invited;
    }

    /** Tells whether they were in the hub before the chunk, as a nominee. */
    boolean wasNominee() {
        return known != null && known.state().standing().kind() == MemberKind.NOMINEE;
    }

    /** Returns the person after the chunk; only where they are in the hub. */
    MemberState result() {
        return Objects.requireNonNull(state);
    }

    /** Returns the member as it was loaded; only where it was in the hub. */
    KnownMember known() {
        return Objects.requireNonNull(known);
    }

    boolean isKnown() {
        return known != null;
    }

    long id() {
        return id;
    }

    void assignId(long newId) {
        id = newId;
    }
}
