package dev.muster.imports;

/** How a file is written. An import keeps it with its settings, so that whoever takes it up reads the same rows. */
public record FileFormat(TextEncoding encoding, Delimiter delimiter) {

    /** What the template has: UTF-8, its cells separated by commas. */
    static final FileFormat STANDARD = new FileFormat(TextEncoding.UTF_8, Delimiter.COMMA);

    /** Returns the format as {@link #toText()} wrote it. */
    static FileFormat parse(String text) {
        int space = text.indexOf(' ');
        return new FileFormat(
                TextEncoding.valueOf(text.substring(0, space)), Delimiter.valueOf(text.substring(space + 1)));
    }

    /** Returns the format as it is stored, such as {@code UTF_8 COMMA}. */
    String toText() {
        return encoding.name() + ' ' + delimiter.name();
    }
}
