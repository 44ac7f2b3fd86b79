package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.UndoDesk;
import dev.muster.imports.UndoOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes imports back. */
@RestController
@RequestMapping(path = "/api/v1/imports/{id}/undo", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports")
class UndoApi {

    private final ImportDesk imports;
    private final UndoDesk undos;
    private final Catalogue texts;

    UndoApi(ImportDesk imports, UndoDesk undos, Catalogue texts) {
        this.imports = imports;
        this.undos = undos;
        this.texts = texts;
    }

    @Operation(
            operationId = "undoImport",
            summary = "Take an import back",
            description =
                    "What changed since stays, and the page of the import lists it. Ask for the import until it is"
                            + " UNDONE; while its undo waits or runs, it is QUEUED or RUNNING.")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportAnswer undo(@PathVariable long id) {
        ImportId found = snapshot(id).id();
        return switch (undos.undo(found)) {
            case UndoOutcome.Started _ -> ImportAnswer.of(snapshot(id));
            case UndoOutcome.Refused(var _, String sentence) -> throw Problems.of(HttpStatus.CONFLICT, sentence);
        };
    }

    private ImportSnapshot snapshot(long id) {
        return imports.find(new ImportId(id))
                .filter(one -> !one.isCheck())
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, texts.text("api.problem.no-import", id)));
    }
}
