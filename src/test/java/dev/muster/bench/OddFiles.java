package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An ordinary file with every row of it spoiled, each as long as it has to be. */
final class OddFiles {

    private final Path directory;
    private final Path ordinary;

    /**
     * @param ordinary a file without faults, of which each row takes one line and begins with name and address
     */
    OddFiles(Path directory, Path ordinary) {
        this.directory = directory;
        this.ordinary = ordinary;
    }

    /** Breaks every row of the ordinary file, each in one of four ways. */
    Path allFaulty() throws IOException {
        return changed("all-faulty", OddFiles::broken);
    }

    /** Gives every row of the ordinary file the same address. */
    Path oneAddress() throws IOException {
        return changed("one-address", (_, name, _, rest) -> name + ",the.same@firm.example," + rest);
    }

    private interface Change {
        String of(int number, String name, String address, String rest);
    }

    private static String broken(int number, String name, String address, String rest) {
        return switch (number % 4) {
            case 0 -> name + ",," + rest;
            case 1 -> name + ',' + address.replace("@", "@@") + ',' + rest;
            case 2 -> " ," + address + ',' + rest;
            default -> name + ',' + address + ',' + rest + ",more";
        };
    }

    private Path changed(String name, Change change) throws IOException {
        Path file = directory.resolve(name + ".csv");
        try (var in = Files.newBufferedReader(ordinary);
                var out = Files.newBufferedWriter(file)) {
            out.write(in.readLine() + "\r\n");
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",", 3);
                out.write(change.of(number++, cells[0], cells[1], cells[2]) + "\r\n");
            }
        }
        return file;
    }
}
