package dev.muster.imports;

import dev.muster.common.Ascii;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text whose UTF-8 somebody read as Windows-1252, so that {@code José} became {@code JosÃ©}. */
final class GarbledText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private GarbledText() {}

    /** Returns what {@code text} was before, or empty where it is as it should be, or beyond repair. */
    static Optional<String> repaired(String text) {
        if (Ascii.isAll(text)) {
            return Optional.empty();
        }
        // Most text is not garbled, and an exception for each would cost more than all the rest of its cell.
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        if (!WINDOWS_1252
                .newEncoder()
                .encode(CharBuffer.wrap(text), bytes, true)
                .isUnderflow()) {
            return Optional.empty();
        }
        CharBuffer before = CharBuffer.allocate(text.length());
        boolean isUtf8 = StandardCharsets.UTF_8
                .newDecoder()
                .decode(bytes.flip(), before, true)
                .isUnderflow();
        return isUtf8 ? Optional.of(before.flip().toString()) : Optional.empty();
    }
}
