package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportResults;
import dev.muster.imports.ImportSnapshot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports: started, followed, stopped. */
@RestController
@RequestMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports", description = "From a CSV file to advocates, every row explained.")
class ImportsApi {

    private final ImportDesk imports;
    private final ImportResults results;
    private final UploadDesk uploads;
    private final Catalogue texts;

    ImportsApi(ImportDesk imports, ImportResults results, UploadDesk uploads, Catalogue texts) {
        this.imports = imports;
        this.results = results;
        this.uploads = uploads;
        this.texts = texts;
    }

    @StartImport
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> start(
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Answer answer = uploads.take(request, key);
        boolean isAccepted = answer.status() == HttpStatus.ACCEPTED.value();
        return ResponseEntity.status(answer.status())
                .location(URI.create(answer.location()))
                .contentType(isAccepted ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Operation(
            operationId = "getImport",
            summary = "How an import stands",
            description = "Ask again until it is CHECKED, COMPLETED, CANCELLED, FAILED or UNDONE.")
    @GetMapping("/{id}")
    ImportAnswer find(@PathVariable long id) {
        return ImportAnswer.of(snapshot(id));
    }

    @Operation(
            operationId = "listIssues",
            summary = "What is said about the rows",
            description = "Messages with line, column and value, in the file's order.")
    @GetMapping("/{id}/issues")
    IssuesAnswer issues(
            @PathVariable long id,
            @Parameter(description = "The page, counted from 0.") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "How many to a page, from 1 to 1000.") @RequestParam(defaultValue = "100")
                    int size) {
        var limits = new Limits(texts);
        limits.require("page", page, 0, Integer.MAX_VALUE);
        limits.require("size", size, 1, Limits.MOST);
        limits.refuseIfAny();
        ImportId found = snapshot(id).id();
        return IssuesAnswer.of(results.issues(found, (long) page * size, size), results.countIssues(found));
    }

    @Operation(
            operationId = "cancelImport",
            summary = "Stop an import",
            description = "It stops at the end of the chunk it is writing; what was written stays.")
    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportAnswer cancel(@PathVariable long id) {
        ImportSnapshot one = snapshot(id);
        if (!one.state().isActive()) {
            throw conflict("api.problem.not-active", one);
        }
        imports.cancel(one.id());
        return find(id);
    }

    @Operation(
            operationId = "resumeImport",
            summary = "Take a cancelled or failed import up again",
            description = "It goes on after the last row that was written.")
    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportAnswer resume(@PathVariable long id) {
        ImportSnapshot one = snapshot(id);
        imports.resume(one.id()).ifPresent(refusal -> {
            throw conflict(refusal.messageKey(), one);
        });
        return find(id);
    }

    private RuntimeException conflict(String key, ImportSnapshot one) {
        return Problems.of(HttpStatus.CONFLICT, texts.text(key, one.id().value(), one.state()));
    }

    private ImportSnapshot snapshot(long id) {
        return imports.find(new ImportId(id))
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, texts.text("api.problem.no-import", id)));
    }
}
