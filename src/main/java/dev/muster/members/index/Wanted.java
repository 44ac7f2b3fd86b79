package dev.muster.members.index;

import dev.muster.common.Folding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list is about, whatever its order.
 *
 * @param hidden whether archived and locked members are meant in place of the others
 * @param oneOf of each set, a member has at least one {@link Term}
 * @param without terms that a member must not have
 * @param words texts that each stand in the name, the company or the address, whatever the case
 * @param invitedFrom the last invitation is not older; null for no bound
 * @param invitedBefore the last invitation is older; null for no bound
 */
public record Wanted(
        boolean hidden,
        List<Set<Long>> oneOf,
        Set<Long> without,
        List<String> words,
        @Nullable Instant invitedFrom,
        @Nullable Instant invitedBefore) {

    /** Everybody who is neither archived nor locked. */
    public static final Wanted ALL = new Wanted(false, List.of(), Set.of(), List.of(), null, null);

    public Wanted {
        oneOf = List.copyOf(oneOf);
        without = Set.copyOf(without);
        words = words.stream()
                .map(Folding::fold)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public Wanted withHidden() {
        return new Wanted(true, oneOf, without, words, invitedFrom, invitedBefore);
    }

    /** Returns the same of whoever has one of {@code terms}. */
    public Wanted with(Set<Long> terms) {
        var more = new ArrayList<>(oneOf);
        more.add(Set.copyOf(terms));
        return new Wanted(hidden, more, without, words, invitedFrom, invitedBefore);
    }

    public Wanted without(long term) {
        return new Wanted(hidden, oneOf, Set.of(term), words, invitedFrom, invitedBefore);
    }

    public Wanted withWords(List<String> newWords) {
        return new Wanted(hidden, oneOf, without, newWords, invitedFrom, invitedBefore);
    }

    public Wanted invitedFrom(Instant from) {
        return new Wanted(hidden, oneOf, without, words, from, invitedBefore);
    }

    public Wanted invitedBefore(Instant before) {
        return new Wanted(hidden, oneOf, without, words, invitedFrom, before);
    }
}
