package dev.muster.api;

import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldDraft;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import dev.muster.members.ProfileFieldDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The custom profile fields of the hub. */
@RestController
@RequestMapping(path = "/api/v1/fields", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Fields", description = "Custom profile fields: what the hub knows about advocates beside the usual.")
class FieldsApi {

    private final ProfileFieldDesk fields;
    private final Lookups lookups;

    FieldsApi(ProfileFieldDesk fields, Lookups lookups) {
        this.fields = fields;
        this.lookups = lookups;
    }

    /** A custom profile field. */
    @Schema(name = "Field")
    record FieldAnswer(
            @Schema(example = "3") long id,

            @Schema(example = "Product") String name,

            FieldType type,

            @Schema(description = "What a select field offers; none for a text.", example = "[\"Atlas\", \"Beacon\"]")
            List<String> choices,

            boolean shownToMember,

            @Schema(description = "Whether an import adds values that are not among the choices.")
            boolean addsUnknownChoices) {

        static FieldAnswer of(FieldDefinition field) {
            return new FieldAnswer(
                    field.id().value(),
                    field.name(),
                    field.type(),
                    field.choices(),
                    field.shownToMember(),
                    field.addsUnknownChoices());
        }
    }

    /** All fields. */
    @Schema(name = "Fields")
    record FieldsAnswer(List<FieldAnswer> items) {}

    /** What a new field is made of, for the documentation alone. */
    @Schema(name = "NewField")
    record NewField(
            @Schema(example = "Region") String name,

            @Schema(defaultValue = "TEXT") @Nullable FieldType type,

            @Nullable List<String> choices,

            @Schema(defaultValue = "false") @Nullable Boolean shownToMember,

            @Schema(defaultValue = "false") @Nullable Boolean addsUnknownChoices) {}

    @Operation(
            operationId = "listFields",
            summary = "All custom profile fields",
            description = "In the order that the administrator chose.")
    @GetMapping
    FieldsAnswer list() {
        return new FieldsAnswer(
                fields.definitions().stream().map(FieldAnswer::of).toList());
    }

    @Operation(
            operationId = "createField",
            summary = "Create a custom profile field",
            description = "Takes a token with the role Administrator.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewField.class))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    FieldAnswer create(InputStream content) throws IOException {
        JsonBody body = lookups.json(content);
        body.allow(Set.of("name", "type", "choices", "shownToMember", "addsUnknownChoices"));
        var draft = new FieldDraft(
                Objects.requireNonNullElse(body.text("name"), ""),
                body.choice("type", FieldType.class, FieldType.TEXT),
                body.texts("choices"),
                body.flag("shownToMember", false),
                body.flag("addsUnknownChoices", false));
        body.findings().refuseIfAny();
        return find(lookups.created(fields.create(draft)));
    }

    private FieldAnswer find(FieldId id) {
        return fields.definitions().stream()
                .filter(field -> field.id().equals(id))
                .map(FieldAnswer::of)
                .findFirst()
                .orElseThrow();
    }
}
