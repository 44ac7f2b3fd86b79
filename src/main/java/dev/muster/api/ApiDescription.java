package dev.muster.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API as OpenAPI: what is the same everywhere here, the rest beside each operation. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";

    private static final String INTRODUCTION = """
            Imports contacts, tells what became of every row, and keeps advocates, groups and fields in step with your \
            other systems.

            **Token.** `Settings > API Tokens` makes tokens. Send yours as `Authorization: Bearer <token>`. It acts as \
            whoever made it, with at most its role: Viewer reads, Manager imports, edits and invites, Administrator \
            creates fields too.

            **Errors** are problem details (RFC 9457): `detail` says what was expected, what was found and what to do; \
            `errors` has each finding apart.

            **Names** of groups and fields are compared without regard to case and extra spaces. Moments are UTC, as \
            `2026-11-23T08:30:00Z`.""";

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        BuildProperties built = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Muster REST API")
                        .version(built == null ? "1" : built.getVersion())
                        .description(INTRODUCTION))
                .servers(List.of(new Server().url("/").description("This hub")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("Of Settings > API Tokens.")))
                .security(List.of(new SecurityRequirement().addList(TOKEN)));
    }

    @Bean
    OpenApiCustomizer schemas() {
        return api -> SchemaRules.apply(api.getComponents());
    }

    @Bean
    OpenApiCustomizer refusals() {
        return api -> api.getPaths().forEach(Refusals::add);
    }
}
