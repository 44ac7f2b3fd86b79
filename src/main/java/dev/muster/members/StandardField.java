package dev.muster.members;

import dev.muster.common.WhiteSpace;
import java.util.Arrays;
import java.util.Optional;

/** The columns that every hub has, in the order of the template. The one list of them. */
public enum StandardField {
    NAME("Name"),
    EMAIL("Email"),
    TITLE("Title"),
    COMPANY("Company"),
    SALESFORCE_ID("Salesforce ID"),
    EXTERNAL_CONTACT_ID("External Contact ID"),
    EXTERNAL_ACCOUNT_ID("External Account ID");

    private final String header;
    private final String key;

    StandardField(String header) {
        this.header = header;
        this.key = WhiteSpace.nameKey(header);
    }

    /** Returns the name of the column in files and messages; it is the same in every language. */
    public String header() {
        return header;
    }

    /** Finds the field whose name equals {@code name}, without regard to case and extra white space. */
    public static Optional<StandardField> named(String name) {
        String wanted = WhiteSpace.nameKey(name);
        return Arrays.stream(values()).filter(field -> field.key.equals(wanted)).findFirst();
    }
}
