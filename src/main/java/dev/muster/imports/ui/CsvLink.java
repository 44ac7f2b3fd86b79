package dev.muster.imports.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.muster.common.ui.Icons;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;

/** A link that downloads a CSV. It is written while it is sent, and no cache keeps it: it holds personal data. */
final class CsvLink extends Anchor {

    private static final long serialVersionUID = 1;

    private final String text;

    /**
     * @param fileName what the browser calls the file
     * @param content writes it, to its end
     */
    CsvLink(String text, Supplier<String> fileName, Consumer<OutputStream> content) {
        this.text = text;
        setHref((DownloadHandler) event -> {
            event.setContentType("text/csv; charset=UTF-8");
            event.getResponse().setHeader("Cache-Control", "no-store");
            event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
            event.getResponse().setHeader("Content-Disposition", disposition(fileName.get()));
            content.accept(event.getOutputStream());
        });
        setDownload(true);
        addClassName("imp-link");
        add(Icons.DOWNLOAD.create(), new Span(text));
    }

    /** Returns what the link says. */
    String text() {
        return text;
    }

    private static String disposition(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
