package dev.muster.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A file of contacts as a CRM would export it, with faults in about two rows of a hundred, and what an import of it into
 * an empty hub has to come to. The expectation is made together with the rows, from the specification alone: nothing of
 * the product is asked. The same seed gives the same file.
 */
public final class ContactFile {

    private static final String HEADER =
            "Name,Email,Title,Company,Salesforce ID,External Contact ID,External Account ID,Position,Industry,Product";
    private static final List<String> FIRST_NAMES = List.of(
            "Aylin", "Béatrice", "Chidi", "Daniela", "Emil", "Fatima", "Grace", "Hiroshi", "Inês", "Jakub", "Katarina",
            "Liam", "Minh", "Noémie", "Oskar", "Łukasz", "José", "Zoë", "Jürgen", "小林");
    private static final List<String> LAST_NAMES = List.of(
            "Demirtaş", "Fournier", "Okonkwo", "Muñoz", "Sørensen", "Al-Sayed", "Whitfield", "Tanabe", "Carvalho",
            "Wójcik", "Žižić", "O'Brien", "Nguyễn", "Lefèvre", "Lindholm", "Dąbrowski", "Álvarez", "Weiß");
    private static final List<String> TITLES = List.of("Head of Customer Success", "Platform Lead", "VP, Operations", "");
    private static final List<String> INDUSTRIES = List.of("Software", "Logistics", "Energy", "Retail");
    private static final List<String> PRODUCTS = List.of("Atlas", "Beacon", "Cirrus", "Delta");

    /** A row that was imported, to be repeated later in the file. */
    private record Good(long line, String email, List<String> cells) {}

    /** What the hub knows about a person after the import. */
    public record Person(String name, String title, String company, List<String> products) {}

    private final Random random;
    private final Writer out;
    private final List<Good> recent = new ArrayList<>();
    private final Map<String, Person> people = new TreeMap<>();
    private final Map<String, Long> messages = new LinkedHashMap<>();
    private long line = 1;
    private long created;
    private long updated;
    private long unchanged;
    private long rejected;

    private ContactFile(long seed, Writer out) {
        this.random = new Random(seed);
        this.out = out;
    }

    /** Writes a file of {@code rows} rows to {@code file} and returns what its import has to come to. */
    public static ContactFile write(Path file, long seed, int rows) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            var contacts = new ContactFile(seed, out);
            out.write(HEADER + "\r\n");
            for (int number = 0; number < rows; number++) {
                contacts.line++;
                contacts.row(number);
            }
            return contacts;
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s could not be written.".formatted(file), e);
        }
    }

    public long created() {
        return created;
    }

    public long updated() {
        return updated;
    }

    public long unchanged() {
        return unchanged;
    }

    public long rejected() {
        return rejected;
    }

    /** Returns the people whom the import creates, by address. */
    public Map<String, Person> people() {
        return people;
    }

    /** Returns how many rows get each message; the number of the line stands as … in those about a duplicate. */
    public Map<String, Long> messages() {
        return messages;
    }

    private void row(int number) throws IOException {
        int fault = random.nextInt(1000);
        if (fault < 20 && !recent.isEmpty()) {
            faulty(number, fault / 2);
        } else {
            good(number);
        }
    }

    private void good(int number) throws IOException {
        List<String> cells = cells(number);
        create(cells, products(cells));
        emit(cells);
    }

    private void faulty(int number, int kind) throws IOException {
        List<String> cells = cells(number);
        switch (kind) {
            case 0 -> reject(cells, 1, "", "Email is invalid, Email can't be blank");
            case 1 -> reject(cells, 1, "person" + number + "@", "Email is invalid");
            case 2 -> reject(cells, 0, " ", "Name can't be blank");
            case 3 -> reject(cells, 2, "x".repeat(256), "Title is too long (maximum is 255 characters)");
            case 4 ->
                reject(
                        cells,
                        7,
                        "p".repeat(256),
                        "Custom Profile Field values value is too long (maximum is 255 characters)");
            case 5 -> {
                cells.add("one too many");
                reject(cells, 1, cells.get(1), "Row has more cells than the header");
            }
            case 6 -> {
                cells.set(9, "\u00a0 ");
                count("Custom Profile Field values value can't be blank");
                create(cells, List.of());
                emit(cells);
            }
            case 7 -> {
                cells.set(9, "Atlas, Beacon, Atlas");
                count("Custom Profile Field values value has already been taken");
                create(cells, List.of("Atlas", "Beacon"));
                emit(cells);
            }
            case 8 -> repeat(recent.get(random.nextInt(recent.size())), false);
            default -> repeat(recent.get(random.nextInt(recent.size())), true);
        }
    }

    private List<String> cells(int number) {
        String company = "Company " + number % 97;
        return new ArrayList<>(List.of(
                pick(FIRST_NAMES) + " " + pick(LAST_NAMES),
                "person%07d@company%d.example".formatted(number, number % 97),
                pick(TITLES),
                number % 3 == 0 ? company + ", Inc." : company,
                "0035g%09d".formatted(number),
                "C-" + number,
                "A-" + number % 97,
                "Decision maker",
                pick(INDUSTRIES),
                String.join(", ", PRODUCTS.subList(0, 1 + random.nextInt(3)))));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> products(List<String> cells) {
        return List.of(cells.get(9).split(", "));
    }

    private void create(List<String> cells, List<String> products) {
        created++;
        people.put(cells.get(1), new Person(cells.get(0), cells.get(2), cells.get(3), products));
        remember(new Good(line, cells.get(1), List.copyOf(cells)));
    }

    private void remember(Good good) {
        if (recent.size() == 50) {
            recent.remove(0);
        }
        recent.add(good);
    }

    /** Writes a row again as it was, or with another product, which an import overwrites. */
    private void repeat(Good earlier, boolean changed) throws IOException {
        count("Duplicate of line … in this file");
        List<String> cells = new ArrayList<>(earlier.cells());
        Person person = people.get(earlier.email());
        if (changed) {
            cells.set(9, "Echo");
        }
        if (cells.get(9).isBlank()) {
            count("Custom Profile Field values value can't be blank");
        } else if (cells.get(9).equals("Atlas, Beacon, Atlas")) {
            count("Custom Profile Field values value has already been taken");
        }
        List<String> products = cells.get(9).isBlank()
                ? person.products()
                : List.of(cells.get(9).split(", ")).stream().distinct().toList();
        if (products.equals(person.products())) {
            unchanged++;
        } else {
            updated++;
            people.put(earlier.email(), new Person(person.name(), person.title(), person.company(), products));
        }
        emit(cells);
    }

    private void reject(List<String> cells, int column, String cell, String message) throws IOException {
        rejected++;
        count(message);
        cells.set(column, cell);
        emit(cells);
    }

    private void count(String message) {
        messages.merge(message, 1L, Long::sum);
    }

    private void emit(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            out.write((column == 0 ? "" : ",") + quoted(cells.get(column)));
        }
        out.write("\r\n");
    }

    private static String quoted(String cell) {
        return cell.contains(",") ? '"' + cell + '"' : cell;
    }
}
