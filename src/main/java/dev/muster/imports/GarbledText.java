package dev.muster.imports;

import dev.muster.common.Ascii;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
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
        try {
            ByteBuffer bytes = WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(text));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
