package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportResults;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportTemplate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files around an import, written while they are sent. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Imports")
class ImportFilesApi {

    private final ImportDesk imports;
    private final ImportResults results;
    private final ImportTemplate template;
    private final Catalogue texts;

    ImportFilesApi(ImportDesk imports, ImportResults results, ImportTemplate template, Catalogue texts) {
        this.imports = imports;
        this.results = results;
        this.template = template;
        this.texts = texts;
    }

    @CsvFile
    @Operation(
            operationId = "downloadResult",
            summary = "The file with what became of each row",
            description = "The columns Line, Result and Messages in front of the original ones.")
    @GetMapping("/imports/{id}/result.csv")
    void result(@PathVariable long id, HttpServletResponse response) throws IOException {
        ImportId found = readable(id);
        results.writeResult(found, CsvFiles.open(response, "import-%d-result.csv".formatted(id)));
    }

    @CsvFile
    @Operation(
            operationId = "downloadErrors",
            summary = "The rejected rows alone",
            description = "In the original columns with Messages behind, so that the file can be corrected and imported"
                    + " as it is.")
    @GetMapping("/imports/{id}/errors.csv")
    void errors(@PathVariable long id, HttpServletResponse response) throws IOException {
        ImportId found = readable(id);
        results.writeErrors(found, CsvFiles.open(response, "import-%d-errors.csv".formatted(id)));
    }

    @CsvFile
    @Operation(
            operationId = "downloadTemplate",
            summary = "An empty file to start from",
            description = "Its header names every column that an import knows, the custom profile fields among them.")
    @GetMapping("/template.csv")
    void template(HttpServletResponse response) throws IOException {
        template.write(CsvFiles.open(response, "muster-template.csv"));
    }

    /** A file that could not be read has no rows to tell about. */
    private ImportId readable(long id) {
        ImportSnapshot one = imports.find(new ImportId(id))
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, texts.text("api.problem.no-import", id)));
        if (one.totalRows() == null) {
            throw Problems.of(HttpStatus.CONFLICT, texts.text("api.problem.no-rows", id, one.state()));
        }
        return one.id();
    }
}
