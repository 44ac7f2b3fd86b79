package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What the web server makes small on its way out: files that are the same for everybody, and nothing with a token in it. */
class CompressionTest {

    @Test
    void filesAreCompressedAndPagesAreNot() throws Exception {
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(Speaker.class)
                        .web(WebApplicationType.SERVLET)
                        .run("--server.port=0", "--server.address=127.0.0.1");
                var client = HttpClient.newHttpClient()) {
            String port = server.getEnvironment().getRequiredProperty("local.server.port");

            assertThat(encoding(client, port, "text/css")).isEqualTo("gzip");
            assertThat(encoding(client, port, "text/javascript")).isEqualTo("gzip");
            assertThat(encoding(client, port, "image/svg+xml")).isEqualTo("gzip");
            assertThat(encoding(client, port, "text/html")).isEqualTo("none");
            assertThat(encoding(client, port, "application/json")).isEqualTo("none");
        }
    }

    private static String encoding(HttpClient client, String port, String type) throws Exception {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/?%s".formatted(port, type)))
                        .header("Accept-Encoding", "gzip, br")
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return answer.headers().firstValue("Content-Encoding").orElse("none");
    }

    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Speaker {

        /** Says a long text of the type that it is asked for. */
        @Bean
        ServletRegistrationBean<HttpServlet> servlet() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.setContentType(request.getQueryString());
                            response.getWriter().write("0123456789".repeat(1000));
                        }
                    },
                    "/*");
        }
    }
}
