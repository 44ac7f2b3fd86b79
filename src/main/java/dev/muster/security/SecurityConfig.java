package dev.muster.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfig {

    /** For whatever is not a page; a page brings its own policy, which lets its own scripts run. */
    private static final String NO_CONTENT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /** Pages for people who have nothing but a link; they need no session. */
    private static final String[] PERSONAL_LINKS = {"/join/**", "/opt-out/**"};

    @Bean
    SecurityFilterChain pages(HttpSecurity http, Accounts accounts, List<OtherLogins> others) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/*.css", "/*.js", "/aura/**", "/icons/**", "/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(PERSONAL_LINKS)
                        .permitAll())
                // The token in the address is the right to do what such a page offers, and a mail program that opts
                // somebody out by one click (RFC 8058) knows of no session.
                .csrf(csrf -> csrf.ignoringRequestMatchers(PERSONAL_LINKS))
                .formLogin(form -> form.loginPage("/login").failureHandler(backToLogin()))
                .headers(SecurityConfig::harden)
                .addFilterBefore(new AccountStanding(accounts, others), AuthorizationFilter.class)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login").anyRequest(AuthorizedUrl::authenticated))
                .build();
    }

    /** Nobody looks at a measurement of each filter and each checked method, and making them costs more than the checks. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Argon2id, and room for its successor: each hash names the way it was made. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    private static AuthenticationFailureHandler backToLogin() {
        var handler = new ExceptionMappingAuthenticationFailureHandler();
        handler.setExceptionMappings(Map.of(TooManyAttemptsException.class.getName(), "/login?throttled"));
        handler.setDefaultFailureUrl("/login?error");
        return (request, response, failure) -> {
            FailedLogin.remember(request);
            handler.onAuthenticationFailure(request, response, failure);
        };
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(FrameOptionsConfig::sameOrigin)
                .contentSecurityPolicy(policy -> policy.policyDirectives(NO_CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
