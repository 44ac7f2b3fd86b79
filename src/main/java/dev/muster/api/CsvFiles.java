package dev.muster.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** CSV files that clients download. */
final class CsvFiles {

    static final String TYPE = "text/csv";

    private CsvFiles() {}

    /** Begins a file; what is written is sent at once, and the answer has begun with its first buffer. */
    static OutputStream open(HttpServletResponse response, String fileName) throws IOException {
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return response.getOutputStream();
    }
}
