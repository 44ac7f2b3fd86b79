package dev.muster.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FirstAdministratorConfig {

    @Bean
    FirstAdministrator.Wish firstAdministratorOfTheEnvironment(
            @Value("${muster.admin.email:}") String email,
            @Value("${muster.admin.password:}") String password,
            @Value("${muster.admin.name:}") String name) {
        return new FirstAdministrator.Wish(email, password, name);
    }
}
