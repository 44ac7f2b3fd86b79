package dev.muster.imports;

import dev.muster.common.Folding;
import dev.muster.imports.CheckResults.NewMember;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the rows of one chunk would create, as a check keeps them: as one document, since they are read a chunk at a time,
 * and a row of a table for each would take longer to write than all that the check finds out.
 */
final class Newcomers {

    private static final int USUAL_LENGTH = 96;

    private Newcomers() {}

    /** Writes {@code people}, in their order. */
    static byte[] encode(List<NewMember> people) {
        var bytes = new ByteArrayOutputStream(USUAL_LENGTH * people.size());
        try (var out = new DataOutputStream(bytes)) {
            for (NewMember one : people) {
                out.writeLong(one.line());
                write(one.name(), out);
                write(one.email(), out);
                write(one.company(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has none
        }
        return bytes.toByteArray();
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(letters.length);
        out.write(letters);
    }

    /** Reads what {@link #encode} wrote. */
    static List<NewMember> decode(byte[] document) {
        var people = new ArrayList<NewMember>(document.length / USUAL_LENGTH);
        try (var in = new DataInputStream(new ByteArrayInputStream(document))) {
            while (in.available() > 0) {
                people.add(new NewMember(in.readLong(), read(in), read(in), read(in)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What a check keeps of a chunk cannot be read.", e);
        }
        return people;
    }

    private static String read(DataInputStream in) throws IOException {
        byte[] letters = in.readNBytes(in.readUnsignedShort());
        return new String(letters, StandardCharsets.UTF_8);
    }

    /** Returns those of {@code people} whose name or address holds {@code words}, which are folded; all for none. */
    static List<NewMember> with(String words, List<NewMember> people) {
        return words.isEmpty()
                ? people
                : people.stream()
                        .filter(one -> Folding.fold(one.name()).contains(words)
                                || Folding.fold(one.email()).contains(words))
                        .toList();
    }
}
