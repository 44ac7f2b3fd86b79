package dev.muster.faults;

import dev.muster.testing.ContactFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Files to import. */
final class Sample {

    private static final int FAULTS_PER_MILLE = 100;

    private Sample() {}

    /** A file, and what importing it into an empty hub has to do. */
    record Made(Path file, ContactFile.Expected expected) {}

    /** Makes a file of rows with every fault. */
    static Made made(Path directory, long seed, int rows) throws IOException {
        Path file = directory.resolve("customers-%d.csv".formatted(seed));
        try (var out = Files.newOutputStream(file)) {
            return new Made(file, ContactFile.writeWithDetails(out, seed, rows, FAULTS_PER_MILLE));
        }
    }

    /** Makes a file of so many people from number {@code first} on, in an order of its own. */
    static Path people(Path directory, String name, int first, int rows, long seed) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = first; i < first + rows; i++) {
            lines.add("Person %1$d,%2$s,Level %3$d".formatted(i, address(i), seed));
        }
        Collections.shuffle(lines, new Random(seed));
        lines.addFirst("Name,Email,Position");
        return Files.write(directory.resolve(name), lines);
    }

    static Set<String> addresses(int first, int rows) {
        Set<String> addresses = new TreeSet<>();
        for (int i = first; i < first + rows; i++) {
            addresses.add(address(i));
        }
        return addresses;
    }

    static String address(int number) {
        return "p%06d@example.com".formatted(number);
    }

    static long id(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }
}
