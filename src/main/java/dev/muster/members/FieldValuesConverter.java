package dev.muster.members;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps {@link FieldValues} in one column as their document. */
@Converter
class FieldValuesConverter implements AttributeConverter<FieldValues, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable FieldValues values) {
        return values == null ? "{}" : values.toDocument();
    }

    @Override
    public FieldValues convertToEntityAttribute(@Nullable String document) {
        return document == null ? FieldValues.NONE : FieldValues.ofDocument(document);
    }
}
