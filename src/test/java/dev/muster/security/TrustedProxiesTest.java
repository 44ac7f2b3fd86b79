package dev.muster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Whom the web server takes a request to come from: the address by which attempts and mails are limited. */
class TrustedProxiesTest {

    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void aProxyOnThisMachineSaysForWhomItAsks() throws Exception {
        assertThat(counted("203.0.113.9")).isEqualTo("http 203.0.113.9");
    }

    @Test
    void aPrivateAddressIsNotBelievedUnlessItIsNamed() throws Exception {
        // The visitor at 10.0.0.7 wrote the first address itself; the proxy on this machine added the second.
        String forged = "203.0.113.9, 10.0.0.7";

        assertThat(counted(forged)).isEqualTo("http 10.0.0.7");
        assertThat(counted(forged, "--muster.trusted-proxies=127.0.0.0/8,10.0.0.7"))
                .isEqualTo("http 203.0.113.9");
    }

    @Test
    void addressesNeedNoNetworkAmongThem() throws Exception {
        String byTwoProxies = "203.0.113.9, 10.0.0.7";

        assertThat(counted(byTwoProxies, "--muster.trusted-proxies=127.0.0.1, 10.0.0.7"))
                .isEqualTo("http 203.0.113.9");
        assertThat(TrustedProxies.networks("10.0.0.7,::1,10.1.0.0/16")).isEqualTo("10.0.0.7/32,::1/128,10.1.0.0/16");
    }

    @Test
    void whatIsNoAddressStopsTheStart() {
        assertThatThrownBy(() -> TrustedProxies.networks("10.0.0.7, 10.0.0.300"))
                .isInstanceOf(BadEnvironmentException.class)
                .hasMessage("MUSTER_TRUSTED_PROXIES holds \"10.0.0.300\", which is neither an address nor a network.");
    }

    @Test
    void whoIsNotNamedIsCountedAsItselfWhateverItSays() throws Exception {
        assertThat(counted("203.0.113.9", "--muster.trusted-proxies=10.0.0.0/8"))
                .isEqualTo("http " + LOOPBACK);
        assertThat(counted("203.0.113.9", "--muster.trusted-proxies=")).isEqualTo("http " + LOOPBACK);
    }

    /** Returns what a request from this machine looks like to Muster, if it says that it is for {@code whom}. */
    private static String counted(String whom, String... settings) throws Exception {
        String[] arguments = Stream.concat(
                        Stream.of(settings), Stream.of("--server.port=0", "--server.address=" + LOOPBACK))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(Mirror.class)
                        .web(WebApplicationType.SERVLET)
                        .run(arguments);
                var client = HttpClient.newHttpClient()) {
            String port = server.getEnvironment().getRequiredProperty("local.server.port");
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://%s:%s/".formatted(LOOPBACK, port)))
                                    .header("X-Forwarded-For", whom)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** A web server set up as Muster's is, that answers who asks. */
    @Import(TrustedProxies.class)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Mirror {

        @Bean
        ServletRegistrationBean<HttpServlet> mirror() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.getWriter().print(request.getScheme() + " " + request.getRemoteAddr());
                        }
                    },
                    "/");
        }
    }
}
