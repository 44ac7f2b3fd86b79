package dev.muster.imports;

import dev.muster.members.ProfileFieldDesk;
import java.io.OutputStream;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The empty file to start from. */
@Service
public class ImportTemplate {

    private final ProfileFieldDesk fields;

    ImportTemplate(ProfileFieldDesk fields) {
        this.fields = fields;
    }

    /**
     * Writes a file whose header names every column that an import knows: the standard ones, Position, Industry and
     * Product, and then every other custom profile field by name. Does not close {@code out}.
     */
    @PreAuthorize("hasRole('VIEWER')")
    public void write(OutputStream out) {
        List<String> header = Header.validNames(TemplateOrder.of(fields.definitions()));
        try (var csv = new CsvReport(out)) {
            csv.write(header);
        }
    }
}
