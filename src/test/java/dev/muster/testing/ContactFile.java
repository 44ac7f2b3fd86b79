package dev.muster.testing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes up files of contacts with known faults, and knows what importing them into an empty hub has to do. What is
 * expected comes from the making alone, never from the product's code. The same seed makes the same file; memory stays
 * constant unless the details are asked for.
 */
public final class ContactFile {

    private static final String HEADER = "Name,Email,Title,Company,Salesforce ID,External Contact ID,"
            + "External Account ID,Position,Industry,Product";
    private static final String VALUE = "Custom Profile Field values value ";
    private static final List<String> FIRST =
            List.of("José", "Ann", "Bjørn", "Mei", "Zoë", "Ivan", "Amara", "Łukasz", "Nia", "Günther");
    private static final List<String> LAST =
            List.of("Lindqvist", "Ærø", "O'Neil", "Diallo", "Nowak", "Müller", "de la Cruz", "Sato", "Kaya", "Smith");
    private static final List<String> INDUSTRIES = List.of("Energy", "Transport", "Health", "Logistics", "A,B");
    private static final List<String> PRODUCTS = List.of("Atlas", "Beacon", "Comet", "Delta");

    private static final String LEVEL = "Level ";

    /** How many earlier contacts a duplicate may be of. */
    private static final int REMEMBERED = 20_000;

    /** What can be wrong with a row. */
    public enum Fault {
        BLANK_EMAIL,
        INVALID_EMAIL,
        BLANK_NAME,
        LONG_TITLE,
        LONG_VALUE,
        EXTRA_CELL,
        TEXT_AFTER_QUOTE,
        BLANK_VALUE,
        BLANK_BETWEEN_SEPARATORS,
        VALUE_TWICE,
        DUPLICATE_THAT_CHANGES,
        DUPLICATE_THAT_DOES_NOT,
        BLANK_ROW,
        ROW_OVER_TWO_LINES
    }

    /**
     * What an import into an empty hub has to do.
     *
     * @param messages how many rows get each message, with … in place of what differs from row to row
     * @param details for each row with a message its line and message, in order; empty unless asked for
     * @param positions the position that each address has in the end, by its key; empty unless asked for
     * @param people everything that the hub has to know of each address in the end, by its key; empty unless asked for
     */
    public record Expected(
            long bytes,
            int rows,
            int created,
            int updated,
            int unchanged,
            int rejected,
            SortedMap<String, Integer> messages,
            List<String> details,
            Map<String, String> positions,
            SortedMap<String, Person> people) {}

    /** What the hub has to know of somebody; an empty text stands for what nobody told. */
    public record Person(
            String name,
            String email,
            String title,
            String company,
            String salesforceId,
            String contactId,
            String accountId,
            String position,
            String industry,
            List<String> products) {

        private Person withPosition(String changed) {
            return new Person(
                    name, email, title, company, salesforceId, contactId, accountId, changed, industry, products);
        }
    }

    private record Contact(String name, String email, long line, String position) {}

    private final Random random;
    private final int rows;
    private final int faultsPerMille;
    private final boolean withDetails;
    private final int firstNumber;
    private final String level;

    private final Map<String, Integer> outcomes = new HashMap<>();
    private final SortedMap<String, Integer> messages = new TreeMap<>();
    private final List<String> details = new ArrayList<>();
    private final Map<String, String> positions = new HashMap<>();
    private final SortedMap<String, Person> people = new TreeMap<>();
    private final List<Contact> earlier = new ArrayList<>();
    private long line = 1;
    private long bytes;
    private Person last = new Person("", "", "", "", "", "", "", "", "", List.of());

    private ContactFile(long seed, int rows, int faultsPerMille, boolean withDetails, int firstNumber, String level) {
        this.random = new Random(seed);
        this.firstNumber = firstNumber;
        this.level = level;
        this.rows = rows;
        this.faultsPerMille = faultsPerMille;
        this.withDetails = withDetails;
    }

    /** Makes a file of {@code rows} rows, of which about {@code faultsPerMille} in a thousand have a fault. */
    public static Expected write(OutputStream out, long seed, int rows, int faultsPerMille) throws IOException {
        return new ContactFile(seed, rows, faultsPerMille, false, 0, LEVEL).write(out);
    }

    /**
     * Makes the file that {@link #write} makes of the same {@code seed}, with another position in every row.
     */
    public static void writeChanged(OutputStream out, long seed, int rows, int faultsPerMille) throws IOException {
        new ContactFile(seed, rows, faultsPerMille, false, 0, "Grade ").write(out);
    }

    /** Makes a file of other people than those that {@link #write} makes up for its first {@code firstNumber} rows. */
    public static void writeFrom(int firstNumber, OutputStream out, long seed, int rows, int faultsPerMille)
            throws IOException {
        new ContactFile(seed, rows, faultsPerMille, false, firstNumber, LEVEL).write(out);
    }

    /** Makes the same file, and keeps what is expected of each row. */
    public static Expected writeWithDetails(OutputStream out, long seed, int rows, int faultsPerMille)
            throws IOException {
        return new ContactFile(seed, rows, faultsPerMille, true, 0, LEVEL).write(out);
    }

    private Expected write(OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        append(csv, HEADER + "\r\n");
        for (int i = 0; i < rows; i++) {
            line++;
            writeRow(csv, firstNumber + i);
        }
        csv.flush();
        return new Expected(
                bytes,
                rows,
                count("CREATED"),
                count("UPDATED"),
                count("UNCHANGED"),
                count("REJECTED"),
                messages,
                details,
                positions,
                people);
    }

    private int count(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    private void writeRow(Writer csv, int number) throws IOException {
        Fault[] kinds = Fault.values();
        Fault fault = random.nextInt(1000) < faultsPerMille ? kinds[random.nextInt(kinds.length)] : null;
        String first = FIRST.get(random.nextInt(FIRST.size()));
        String last = LAST.get(random.nextInt(LAST.size()));
        String position = level + random.nextInt(40);
        // Scattered, as addresses are, and yet never the same twice: the multiplier is odd.
        String email = "P%08x@Firm%d.example".formatted(number * 0x9E3779B1, Math.floorMod(number * 31, 500));
        var contact = new Contact(first + ' ' + last, email, line, position);
        if (fault == null) {
            append(csv, cells(contact, "Engineer", product()) + "\r\n");
            created(contact);
        } else {
            writeFaulty(csv, fault, contact);
        }
    }

    private void writeFaulty(Writer csv, Fault fault, Contact contact) throws IOException {
        switch (fault) {
            case BLANK_EMAIL -> {
                append(csv, cells(with(contact, "\u00a0"), "", "") + "\r\n");
                rejected("Email is invalid, Email can't be blank");
            }
            case INVALID_EMAIL -> {
                append(csv, cells(with(contact, contact.email().replace("@", "@@")), "", "") + "\r\n");
                rejected("Email is invalid");
            }
            case BLANK_NAME -> {
                append(csv, cells(new Contact(" ", contact.email(), line, "x"), "", "") + "\r\n");
                rejected("Name can't be blank");
            }
            case LONG_TITLE -> {
                append(csv, cells(contact, "t".repeat(256), "") + "\r\n");
                rejected("… is too long (maximum is 255 characters)", "Title is too long (maximum is 255 characters)");
            }
            case LONG_VALUE -> {
                append(csv, cells(contact, "", "Atlas, " + "v".repeat(256)) + "\r\n");
                rejected(VALUE + "is too long (maximum is 255 characters)");
            }
            case EXTRA_CELL -> {
                append(csv, cells(contact, "", "") + ",more\r\n");
                rejected("Row has more cells than the header");
            }
            case TEXT_AFTER_QUOTE -> {
                append(csv, "\"A\"b," + contact.email() + "\r\n");
                rejected("Row is malformed");
            }
            case BLANK_VALUE -> {
                append(csv, cells(contact, "", "\u00a0 ") + "\r\n");
                warned(contact, VALUE + "can't be blank");
            }
            case BLANK_BETWEEN_SEPARATORS -> {
                append(csv, cells(contact, "", "Atlas, , Beacon") + "\r\n");
                warned(contact, VALUE + "can't be blank");
            }
            case VALUE_TWICE -> {
                append(csv, cells(contact, "", "Atlas, Beacon, Atlas") + "\r\n");
                warned(contact, VALUE + "has already been taken");
            }
            case DUPLICATE_THAT_CHANGES -> duplicate(csv, contact, "Changed " + line, "UPDATED");
            case DUPLICATE_THAT_DOES_NOT -> duplicate(csv, contact, "", "UNCHANGED");
            case BLANK_ROW -> {
                append(csv, ", ,\u200b\n");
                line++;
                append(csv, cells(contact, "Engineer", product()) + "\n");
                created(with(contact, contact.email()));
            }
            case ROW_OVER_TWO_LINES -> {
                append(csv, cells(contact, "Head of\r\nLines", product()) + "\r");
                created(contact);
                line++;
            }
        }
    }

    /** Writes a row about an earlier contact, whose address is spelt in another case. */
    private void duplicate(Writer csv, Contact fresh, String position, String outcome) throws IOException {
        if (earlier.isEmpty()) {
            append(csv, cells(fresh, "Engineer", product()) + "\r\n");
            created(fresh);
            return;
        }
        int chosen = random.nextInt(earlier.size());
        Contact known = earlier.get(chosen);
        append(csv, "Somebody Else," + known.email().toUpperCase(Locale.ROOT) + ",,,,,," + position + ",,\r\n");
        outcomes.merge(outcome, 1, Integer::sum);
        message("Duplicate of line … in this file", "Duplicate of line " + known.line() + " in this file");
        if (!position.isEmpty() && withDetails) {
            positions.put(key(known), position);
            people.computeIfPresent(key(known), (_, person) -> person.withPosition(position));
        }
    }

    private Contact with(Contact contact, String email) {
        return new Contact(contact.name(), email, line, contact.position());
    }

    private void created(Contact contact) {
        outcomes.merge("CREATED", 1, Integer::sum);
        if (earlier.size() < REMEMBERED) {
            earlier.add(contact);
        } else {
            earlier.set(random.nextInt(REMEMBERED), contact);
        }
        if (withDetails) {
            positions.put(key(contact), contact.position());
            people.put(key(contact), last);
        }
    }

    private void warned(Contact contact, String message) {
        created(contact);
        message(message, message);
    }

    private void rejected(String message) {
        rejected(message, message);
    }

    private void rejected(String group, String exact) {
        outcomes.merge("REJECTED", 1, Integer::sum);
        message(group, exact);
    }

    private void message(String group, String exact) {
        messages.merge(group, 1, Integer::sum);
        if (withDetails) {
            details.add(line + ": " + exact);
        }
    }

    private static String key(Contact contact) {
        return contact.email().toLowerCase(Locale.ROOT);
    }

    private String product() {
        return PRODUCTS.get(random.nextInt(2)) + ", " + PRODUCTS.get(2 + random.nextInt(2));
    }

    private String cells(Contact contact, String title, String product) {
        int number = random.nextInt(1_000_000);
        if (withDetails) {
            last = person(contact, title, product, number);
        }
        return "%s,%s,%s,\"Firm, %d\",003%08d,C-%d,A-%d,%s,\"%s\",\"%s\""
                .formatted(
                        contact.name(),
                        contact.email(),
                        title.indexOf('\n') < 0 ? title : '"' + title + '"',
                        number % 500,
                        number,
                        number,
                        number % 1000,
                        contact.position(),
                        INDUSTRIES.get(number % INDUSTRIES.size()),
                        product);
    }

    private static Person person(Contact contact, String title, String product, int number) {
        return new Person(
                contact.name(),
                contact.email(),
                title,
                "Firm, " + number % 500,
                "003%08d".formatted(number),
                "C-" + number,
                "A-" + number % 1000,
                contact.position(),
                INDUSTRIES.get(number % INDUSTRIES.size()),
                Arrays.stream(product.split(","))
                        .map(value -> value.replace('\u00a0', ' ').trim())
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList());
    }

    private void append(Writer csv, String text) throws IOException {
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
        csv.write(text);
    }
}
