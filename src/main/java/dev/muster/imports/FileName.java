package dev.muster.imports;

import dev.muster.common.WhiteSpace;
import java.util.regex.Pattern;

/** The name of an uploaded file, which whoever sent it made up. */
final class FileName {

    private static final int MAX_CODE_POINTS = 255;
    private static final String NAMELESS = "import.csv";

    /** What computers run when it is opened; whoever chose such a file meant another. */
    private static final Pattern PROGRAM =
            Pattern.compile("\\.(exe|com|bat|cmd|msi|scr|dll|ps1|vbs|js|jar|sh|app|lnk)\\z", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /**
     * Refuses the name of a program.
     *
     * @throws UnusableFileException where {@code name} is one
     */
    static void requireNoProgram(String name) {
        if (PROGRAM.matcher(name).find()) {
            throw new UnusableFileException(FileFault.PROGRAM);
        }
    }

    /** Returns {@code name} without folders and control characters, and no longer than the database takes. */
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = WhiteSpace.clean(last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(MAX_CODE_POINTS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        return clean.isEmpty() ? NAMELESS : clean;
    }
}
