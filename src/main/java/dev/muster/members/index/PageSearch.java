package dev.muster.members.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in one page after the other who is wanted. */
final class PageSearch {

    private static final int EXACT = 3;

    private final Wanted wanted;
    private final long[] scratch = new long[Page.WORDS];
    private final List<byte[]> toVerify;
    private final long from;
    private final long before;

    PageSearch(Wanted wanted) {
        this.wanted = wanted;
        // Up to three letters the lists of letters say all.
        this.toVerify = wanted.words().stream()
                .filter(word -> word.length() > EXACT)
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.from = micros(wanted.invitedFrom(), IndexedMember.NEVER + 1);
        this.before = micros(wanted.invitedBefore(), Long.MAX_VALUE);
    }

    private static long micros(@Nullable Instant moment, long none) {
        return moment == null ? none : ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** Narrows {@code bits}, which hold who is live in {@code page}, down to whoever is wanted. */
    void narrow(Page page, long[] bits) {
        for (Set<Long> terms : wanted.oneOf()) {
            if (isEmpty(bits)) {
                return;
            }
            Arrays.fill(scratch, 0);
            terms.forEach(term -> page.add(term, scratch));
            and(bits);
        }
        narrowToStanding(page, bits);
        for (long term : wanted.without()) {
            Arrays.fill(scratch, 0);
            page.add(term, scratch);
            for (int i = 0; i < bits.length; i++) {
                bits[i] &= ~scratch[i];
            }
        }
        for (String word : wanted.words()) {
            narrowToLetters(page, word, bits);
        }
        if (wanted.invitedFrom() != null || wanted.invitedBefore() != null) {
            keep(bits, place -> isInvitedInTime(page, place));
        }
        if (!toVerify.isEmpty()) {
            keep(bits, place -> toVerify.stream().allMatch(word -> page.holds(word, place)));
        }
    }

    private void narrowToStanding(Page page, long[] bits) {
        Arrays.fill(scratch, 0);
        for (int segment : Found.SEGMENTS) {
            page.add(Term.segment(wanted.hidden() ? -segment : segment), scratch);
        }
        and(bits);
    }

    private void narrowToLetters(Page page, String word, long[] bits) {
        char first = word.charAt(0);
        if (word.length() < EXACT) {
            char low = word.length() == 1 ? 0 : word.charAt(1);
            char high = word.length() == 1 ? Character.MAX_VALUE : low;
            Arrays.fill(scratch, 0);
            page.addRange(Term.letters(first, low, (char) 0), Term.letters(first, high, Character.MAX_VALUE), scratch);
            and(bits);
            return;
        }
        for (int i = 0; i + EXACT <= word.length() && !isEmpty(bits); i++) {
            Arrays.fill(scratch, 0);
            page.add(Term.letters(word.charAt(i), word.charAt(i + 1), word.charAt(i + 2)), scratch);
            and(bits);
        }
    }

    private boolean isInvitedInTime(Page page, int place) {
        long invited = page.moment(Moment.INVITED, place);
        return invited >= from && invited < before;
    }

    /** Asks about a place of a page. */
    private interface Test {
        boolean passes(int place);
    }

    private static void keep(long[] bits, Test test) {
        for (int i = 0; i < bits.length; i++) {
            for (long left = bits[i]; left != 0; left &= left - 1) {
                int place = i * Long.SIZE + Long.numberOfTrailingZeros(left);
                if (!test.passes(place)) {
                    bits[i] &= ~(1L << place);
                }
            }
        }
    }

    private void and(long[] bits) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= scratch[i];
        }
    }

    private static boolean isEmpty(long[] bits) {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the bits of {@code term} in {@code page}, good until the next call. */
    long[] bitsOf(Page page, long term) {
        Arrays.fill(scratch, 0);
        page.add(term, scratch);
        return scratch;
    }

    /** Returns the pages' bits of whoever is wanted, one after the other. */
    static long[] run(Wanted wanted, Pages pages) {
        var search = new PageSearch(wanted);
        var all = new long[pages.count() * Page.WORDS];
        var bits = new long[Page.WORDS];
        for (int i = 0; i < pages.count(); i++) {
            pages.copyLive(i, bits);
            search.narrow(pages.at(i), bits);
            System.arraycopy(bits, 0, all, i * Page.WORDS, Page.WORDS);
        }
        return all;
    }

    /** Returns those of {@code all} who have {@code term}. */
    static long[] having(long term, long[] all, Pages pages) {
        var search = new PageSearch(Wanted.ALL);
        var having = new long[all.length];
        for (int i = 0; i < all.length / Page.WORDS; i++) {
            if (isEmpty(Arrays.copyOfRange(all, i * Page.WORDS, (i + 1) * Page.WORDS))) {
                continue;
            }
            long[] bits = search.bitsOf(pages.at(i), term);
            for (int word = 0; word < Page.WORDS; word++) {
                having[i * Page.WORDS + word] = all[i * Page.WORDS + word] & bits[word];
            }
        }
        return having;
    }
}
