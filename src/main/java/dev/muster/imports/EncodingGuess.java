package dev.muster.imports;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Finds in which encoding a file without a mark is written: UTF-8, though perhaps damaged, or one of the older encodings, in which nearly any bytes are some text. Tells by the bytes beyond ASCII: how many of them form characters
 * of UTF-8 or pieces of such, and how many stand as letters of an older encoding do.
 */
final class EncodingGuess {

    /** How much of the words with such bytes the library gets to see; it looks at no more. */
    private static final int SAMPLE = 8000;

    private static final int LONGEST_WORD = 60;

    /** How much more a whole character of UTF-8 says than a piece of one: letters hardly ever look like that. */
    private static final int WHOLE = 2;

    private final ByteArrayOutputStream words = new ByteArrayOutputStream(SAMPLE);
    private final byte[] word = new byte[LONGEST_WORD];
    private int wordLength;
    private boolean wordCounts;

    private long asUtf8;
    private long asLetters;

    private int before;
    private int lead;
    private int beforeLead;
    private int missing;
    private int seen;

    private EncodingGuess() {}

    /** Reads {@code content} to its end; empty where it is UTF-8, sound or damaged. */
    static Optional<TextEncoding> of(InputStream content) throws IOException {
        var guess = new EncodingGuess();
        byte[] buffer = new byte[1 << 16];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            for (int i = 0; i < count; i++) {
                guess.add(buffer[i] & 0xFF);
            }
        }
        guess.add('\n');
        boolean isUtf8 = guess.asLetters == 0 || guess.asUtf8 > guess.asLetters;
        return isUtf8 ? Optional.empty() : Optional.of(guess.ask());
    }

    private void add(int b) {
        keep(b);
        if (b < 0x80 || b >= 0xC0) {
            endSequence(b);
        }
        if (b >= 0xC0) {
            lead = b;
            beforeLead = before;
            seen = 0;
            missing = length(b) - 1;
        } else if (b >= 0x80) {
            addContinuation();
        }
        before = b;
    }

    private void addContinuation() {
        if (missing == 0) {
            asLetters++;
            return;
        }
        seen++;
        missing--;
        if (missing == 0) {
            asUtf8 += WHOLE;
        }
    }

    /** Judges a sequence that ends too early, before {@code next}. */
    private void endSequence(int next) {
        if (missing == 0) {
            return;
        }
        boolean isTorn = lead < 0xE0 ? isOutOfPlace(next) : seen > (lead < 0xF0 ? 0 : 1);
        if (isTorn) {
            asUtf8++;
        } else {
            asLetters++;
        }
        missing = 0;
    }

    /** As a letter it would be a capital; those stand before other letters or after other capitals. */
    private boolean isOutOfPlace(int next) {
        boolean isSharpS = lead == 0xDF;
        boolean startsWord = Character.isLetter(next) || next >= 0xC0;
        boolean endsCapitals = beforeLead >= 0x80 || (beforeLead >= 'A' && beforeLead <= 'Z');
        return !isSharpS && !startsWord && !endsCapitals;
    }

    private static int length(int lead) {
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : lead < 0xFC ? 5 : 6;
    }

    private void keep(int b) {
        if (b < 0x80 && !Character.isLetter(b)) {
            if (wordCounts && words.size() + wordLength < SAMPLE) {
                words.write(word, 0, wordLength);
                words.write(' ');
            }
            wordLength = 0;
            wordCounts = false;
        } else if (wordLength < word.length) {
            word[wordLength++] = (byte) b;
            wordCounts |= b >= 0x80;
        }
    }

    /** Where the library finds Windows-1252 as likely as another, that is it: most files are. */
    private TextEncoding ask() {
        var detector = new CharsetDetector();
        detector.setText(words.toByteArray());
        TextEncoding best = TextEncoding.WINDOWS_1252;
        int confidence = 0;
        for (CharsetMatch match : detector.detectAll()) {
            Optional<TextEncoding> encoding =
                    TextEncoding.named(match.getName()).map(EncodingGuess::superset);
            boolean isBetter = match.getConfidence() > confidence
                    || (match.getConfidence() == confidence && encoding.equals(Optional.of(TextEncoding.WINDOWS_1252)));
            if (encoding.isPresent() && isBetter && encoding.get().isOlder()) {
                best = encoding.get();
                confidence = match.getConfidence();
            }
        }
        return best;
    }

    /** Windows-1252 is ISO-8859-1 with more characters, in the place of control codes that no file has. */
    private static TextEncoding superset(TextEncoding encoding) {
        return encoding == TextEncoding.ISO_8859_1 ? TextEncoding.WINDOWS_1252 : encoding;
    }
}
