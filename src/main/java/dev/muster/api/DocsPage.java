package dev.muster.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The description of the API: a page for people, the OpenAPI document for programs, at the same address. */
@Controller
@Hidden
class DocsPage implements WebMvcConfigurer {

    private static final String SWAGGER_UI = "classpath*:/META-INF/resources/webjars/swagger-ui/*/swagger-ui.css";

    private static final Duration CACHED = Duration.ofDays(1);

    @GetMapping(path = "/api/docs", produces = MediaType.TEXT_HTML_VALUE)
    String page() {
        return "forward:/api/docs/index.html";
    }

    @GetMapping(path = "/api/docs", produces = MediaType.APPLICATION_JSON_VALUE)
    String document() {
        return "forward:/api/docs/openapi";
    }

    /** Swagger UI lies in a folder named by its version. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/api/docs/ui/**")
                .addResourceLocations(folder())
                .setCacheControl(CacheControl.maxAge(CACHED));
    }

    private static String folder() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(SWAGGER_UI);
            String file = found[0].getURL().toString();
            return file.substring(0, file.lastIndexOf('/') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Swagger UI is not on the class path.", e);
        }
    }
}
