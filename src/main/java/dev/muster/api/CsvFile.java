package dev.muster.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents that an operation answers a CSV file. */
@ApiResponse(
        responseCode = "200",
        description = "UTF-8 with a byte order mark. No cell would run as a formula.",
        content = @Content(mediaType = CsvFiles.TYPE, schema = @Schema(type = "string")))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface CsvFile {}
