package dev.muster.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents how an import is started: the upload is read piece by piece, so its form is in no signature. */
@Operation(
        operationId = "startImport",
        summary = "Import a file, or check it",
        description = """
                Takes the file in and looks through it. Where it can be imported, the import goes on by itself: follow it \
                by its `Location`. A file that cannot be imported as a whole is answered by 422, with the message as \
                `detail`, and stays in the history as failed.

                Columns go to the fields of their names; `mapping` says where the others go.""",
        parameters =
                @Parameter(
                        name = "Idempotency-Key",
                        in = ParameterIn.HEADER,
                        description = """
                                Any text of yours, up to 255 visible ASCII characters. The same request with the same \
                                key, within 24 hours, gets the same answer and is not done again; another request with it \
                                is answered by 422.""",
                        schema = @Schema(type = "string", maxLength = 255)),
        requestBody =
                @RequestBody(
                        required = true,
                        content =
                                @Content(
                                        mediaType = "multipart/form-data",
                                        schema = @Schema(implementation = StartImport.Form.class))),
        responses = {
            @ApiResponse(
                    responseCode = "202",
                    description = "The import, or the check, has begun.",
                    headers =
                            @Header(
                                    name = "Location",
                                    description = "Where to follow it.",
                                    schema = @Schema(type = "string", example = "/api/v1/imports/12")),
                    content =
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = ImportAnswer.class))),
            @ApiResponse(
                    responseCode = "422",
                    description = "The file cannot be imported as a whole, or the request is wrong.")
        })
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface StartImport {

    /** The form of an upload, for its documentation alone. */
    @Schema(name = "ImportForm")
    record Form(
            @Schema(
                    type = "string",
                    format = "binary",
                    description = "The CSV file, in any encoding and with any delimiter.")
            InputStream file,

            @Schema(description = "What the contacts become.", defaultValue = "ADVOCATES")
            ImportAnswer.@Nullable As as,

            @Schema(
                    description = "Whether new advocates are invited. Nominees are invited from the Invite List.",
                    defaultValue = "false")
            @Nullable
            Boolean invite,

            @Schema(
                    description =
                            "Groups that everyone is added to, by name, separated by commas. New ones are created.",
                    example = "Beta testers,Speakers")
            @Nullable
            String groups,

            @Schema(type = "string", description = """
                            A JSON object: the name of a column, and the field it goes to (First Name and Last Name are \
                            joined), or null to leave it out.""", example = "{\"Firma\": \"Company\", \"Notes\": null}") @Nullable
            Map<String, String> mapping,

            @Schema(type = "string", description = """
                            A JSON object: the name of a field, and KEEP, FILL (where empty), OVERWRITE or MERGE (for \
                            fields with several values): what happens to members who are in the hub already.""", example = "{\"Title\": \"OVERWRITE\", \"Product\": \"MERGE\"}")
            @Nullable
            Map<String, String> policies,

            @Schema(description = "Whether to check only, without writing anything.", defaultValue = "false") @Nullable
            Boolean check) {}
}
