package dev.muster.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Objects;

/** Documents how operations refuse: the same everywhere, as a problem detail. */
final class Refusals {

    private static final Map<String, String> MEANINGS = Map.of(
            "400", "The body is not what its type says.",
            "401", "No token, or one that does not work.",
            "403", "The role of the token does not allow this.",
            "404", "There is none with this id.",
            "409", "Its state does not allow this, or somebody else was quicker.",
            "422", "The request is wrong; `errors` says where.");

    private Refusals() {}

    static void add(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> add(path, method, operation));
    }

    private static void add(String path, HttpMethod method, Operation operation) {
        boolean isAboutOne = path.contains("{id}");
        boolean hasBody = operation.getRequestBody() != null;
        add(operation, "400", hasBody);
        add(operation, "401", true);
        add(operation, "403", true);
        add(operation, "404", isAboutOne);
        add(operation, "409", mayConflict(path, method));
        add(operation, "422", hasBody || hasQuery(operation));
    }

    private static boolean mayConflict(String path, HttpMethod method) {
        return switch (method) {
            case POST -> path.contains("{id}") || path.endsWith("/advocates");
            case PATCH -> true;
            case GET -> path.contains("{id}/") && path.endsWith(".csv");
            default -> false;
        };
    }

    private static boolean hasQuery(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "query".equals(parameter.getIn()));
    }

    private static void add(Operation operation, String status, boolean applies) {
        if (!applies) {
            return;
        }
        ApiResponse known = operation.getResponses().get(status);
        String meaning = known == null ? MEANINGS.get(status) : known.getDescription();
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(Objects.requireNonNull(meaning))
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }
}
