package dev.muster.members.index;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Makes a {@link Page} of members. */
final class PageWriter {

    private final List<IndexedMember> members;
    private final byte[][] texts;
    private final TermTable terms = new TermTable();

    private PageWriter(List<IndexedMember> members) {
        this.members = members;
        this.texts = new byte[members.size()][];
    }

    static Page write(List<IndexedMember> members) {
        return new PageWriter(members).write();
    }

    private Page write() {
        for (int place = 0; place < members.size(); place++) {
            IndexedMember member = members.get(place);
            texts[place] = member.text().getBytes(StandardCharsets.UTF_8);
            for (long term : member.terms()) {
                terms.note(term, place);
            }
            noteLetters(member.text(), place);
        }
        TermTable.Lists lists = terms.lists();
        Page.Layout layout = layout(lists);
        // Freed with the page, since readers may still be at it when it is replaced.
        MemorySegment data = Arena.ofAuto().allocate(layout.end(), Long.BYTES);
        fillMembers(data, layout);
        fillLists(data, layout, lists);
        return new Page(layout, data);
    }

    private void noteLetters(String text, int place) {
        int end = text.length();
        for (int i = 0; i < end; i++) {
            char first = text.charAt(i);
            if (first == IndexedMember.END) {
                continue;
            }
            char second = text.charAt(i + 1);
            char third = second == IndexedMember.END ? second : text.charAt(i + 2);
            terms.note(Term.letters(first, second, third), place);
        }
    }

    private Page.Layout layout(TermTable.Lists lists) {
        int count = members.size();
        long marks = 8L * count;
        long moments = marks + 8L * count;
        long textEnds = moments + 8L * count * Moment.values().length;
        long companies = textEnds + 4L * count;
        long emails = companies + 2L * count;
        long words = emails + 2L * count;
        long numbers =
                words + Arrays.stream(texts).mapToLong(text -> text.length).sum();
        int termCount = lists.numbers.length;
        long listEnds = numbers + 8L * termCount;
        long places = listEnds + 4L * termCount;
        long end = places
                + Arrays.stream(lists.counts).mapToLong(PageWriter::bytes).sum();
        return new Page.Layout(
                count, termCount, 0, marks, moments, textEnds, companies, emails, words, numbers, listEnds, places,
                end);
    }

    private static long bytes(int count) {
        return Math.min((long) count * Short.BYTES, Page.BITS_BYTES);
    }

    private void fillMembers(MemorySegment data, Page.Layout layout) {
        int end = 0;
        for (int place = 0; place < members.size(); place++) {
            IndexedMember member = members.get(place);
            data.set(Page.LONG, layout.ids() + 8L * place, member.id());
            data.set(Page.LONG, layout.marks() + 8L * place, member.mark());
            for (Moment moment : Moment.values()) {
                data.set(
                        Page.LONG,
                        layout.moments() + 8L * ((long) moment.column * layout.members() + place),
                        moment.of(member));
            }
            byte[] text = texts[place];
            MemorySegment.copy(text, 0, data, Page.BYTE, layout.texts() + end, text.length);
            end += text.length;
            data.set(Page.INT, layout.textEnds() + 4L * place, end);
            int company = after(text, 0);
            data.set(Page.SHORT, layout.companies() + 2L * place, (short) company);
            data.set(Page.SHORT, layout.emails() + 2L * place, (short) after(text, company));
        }
    }

    private static int after(byte[] text, int from) {
        int at = from;
        while (text[at] != IndexedMember.END) {
            at++;
        }
        return at + 1;
    }

    private static void fillLists(MemorySegment data, Page.Layout layout, TermTable.Lists lists) {
        long end = 0;
        int from = 0;
        for (int i = 0; i < lists.numbers.length; i++) {
            int count = lists.counts[i];
            data.set(Page.LONG, layout.termNumbers() + 8L * i, lists.numbers[i]);
            fillList(data, layout.lists() + end, lists.places, from, count);
            end += bytes(count);
            data.set(Page.INT, layout.listEnds() + 4L * i, (int) end);
            from += count;
        }
    }

    private static void fillList(MemorySegment data, long start, short[] places, int from, int count) {
        if (bytes(count) < Page.BITS_BYTES) {
            MemorySegment.copy(places, from, data, Page.SHORT, start, count);
            return;
        }
        var bits = new long[Page.WORDS];
        for (int i = from; i < from + count; i++) {
            bits[places[i] >>> 6] |= 1L << places[i];
        }
        MemorySegment.copy(bits, 0, data, Page.LONG, start, bits.length);
    }
}
