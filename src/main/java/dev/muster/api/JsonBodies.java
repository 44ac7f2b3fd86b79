package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.common.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;

/** Reads the JSON of requests: an object of at most 1 MiB. */
@Component
class JsonBodies {

    private static final int MAX_BYTES = 1 << 20;
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final Catalogue texts;

    JsonBodies(Catalogue texts) {
        this.texts = texts;
    }

    JsonBody read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw Problems.of(HttpStatus.CONTENT_TOO_LARGE, texts.text("api.problem.body-too-large", MAX_BYTES));
        }
        try {
            return new JsonBody(Json.read(new String(bytes, StandardCharsets.UTF_8), OBJECT), texts);
        } catch (JacksonException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, texts.text("api.problem.no-json", place(e.getLocation())));
        }
    }

    private String place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? "" : texts.text("api.problem.at", at.getLineNr(), at.getColumnNr());
    }
}
