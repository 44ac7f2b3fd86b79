package dev.muster.imports;

import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * What was noted of the addresses of the files that came to this node last. A check mostly follows its upload; one of
 * another file, or on another node, goes through the file itself. Thread-safe.
 */
@Component
class RecentAddresses {

    private static final int FILES = 3;

    private final LastUsed<ImportFileId, ArrivingFile.Sound> latest = new LastUsed<>(FILES);

    void note(ImportFileId file, ArrivingFile.Sound found) {
        latest.keep(file, found);
    }

    /** Forgets a file whose import begins: nobody checks it any more. */
    void forget(ImportFileId file) {
        latest.forget(file);
    }

    /**
     * Returns the addresses that {@code file} has more than once, if they are known.
     *
     * @param format how it is read
     * @param rules how its rows are
     */
    Optional<RepeatedAddresses> of(ImportFileId file, FileFormat format, RowRules rules) {
        OptionalInt column = rules.plainAddressColumn();
        return Optional.ofNullable(latest.find(file))
                .filter(found -> found.format().equals(format))
                .flatMap(ArrivingFile.Sound::addresses)
                .filter(found -> column.isPresent() && column.getAsInt() == found.index())
                .map(AddressColumn::repeated);
    }
}
