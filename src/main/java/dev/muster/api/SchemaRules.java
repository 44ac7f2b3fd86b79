package dev.muster.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells in the OpenAPI document what the records themselves say: what may be null, and what may be missing. */
final class SchemaRules {

    /** All of an answer is always there. */
    private static final List<Class<? extends Record>> ANSWERS = List.of(
            ImportAnswer.class,
            IssuesAnswer.class,
            IssuesAnswer.IssueAnswer.class,
            AdvocateAnswer.class,
            AdvocatesAnswer.class,
            InvitationAnswer.class,
            GroupsApi.GroupAnswer.class,
            GroupsApi.GroupsAnswer.class,
            FieldsApi.FieldAnswer.class,
            FieldsApi.FieldsAnswer.class);

    /** Of these may be missing what may be null. */
    private static final List<Class<? extends Record>> OTHERS = List.of(
            Problem.class,
            Finding.class,
            StartImport.Form.class,
            AdvocateEdits.NewAdvocate.class,
            GroupsApi.NewGroup.class,
            FieldsApi.NewField.class);

    private SchemaRules() {}

    static void apply(Components components) {
        components.getSchemas().remove("ProblemDetail");
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        ANSWERS.forEach(type -> {
            Schema<?> schema = schema(components, type);
            components(type).forEach(one -> require(schema, one));
            components(type).stream().filter(SchemaRules::isNullable).forEach(one -> allowNull(schema, one));
        });
        OTHERS.forEach(type -> {
            Schema<?> schema = schema(components, type);
            components(type).stream().filter(one -> !isNullable(one)).forEach(one -> require(schema, one));
        });
        Schema<?> patch = schema(components, AdvocateEdits.Patch.class);
        components(AdvocateEdits.Patch.class).forEach(one -> allowNull(patch, one));
    }

    private static Schema<?> schema(Components components, Class<? extends Record> type) {
        var named = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return Optional.ofNullable(named)
                .map(name -> components.getSchemas().get(name.name()))
                .orElseThrow(() -> new IllegalStateException("%s is in no operation.".formatted(type)));
    }

    private static List<RecordComponent> components(Class<? extends Record> type) {
        return Arrays.asList(type.getRecordComponents());
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void require(Schema<?> schema, RecordComponent component) {
        if (schema.getRequired() == null || !schema.getRequired().contains(component.getName())) {
            schema.addRequiredItem(component.getName());
        }
    }

    private static void allowNull(Schema<?> schema, RecordComponent component) {
        Schema<?> property = schema.getProperties().get(component.getName());
        if (property != null && property.get$ref() == null) {
            property.addType("null");
        }
    }
}
