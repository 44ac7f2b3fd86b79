package dev.muster.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailServerTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(MailServer.class, Settings.class);

    @EnableConfigurationProperties(MailSettings.class)
    static class Settings {}

    @Test
    void withoutAHostThereIsNoServer() {
        application.run(context ->
                assertThat(context.getBean(MailServer.class).isConfigured()).isFalse());
        application
                .withPropertyValues("spring.mail.host=")
                .run(context -> assertThat(context.getBean(MailServer.class).isConfigured())
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void aSilentServerIsGivenUpOn(String protocol) {
        application
                .withPropertyValues("spring.mail.host=mail.example", "spring.mail.protocol=" + protocol)
                .run(context -> {
                    assertThat(context.getBean(MailServer.class).isConfigured()).isTrue();
                    assertThat(context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                            .containsEntry("mail." + protocol + ".connectiontimeout", "10000")
                            .containsEntry("mail." + protocol + ".timeout", "60000")
                            .containsEntry("mail." + protocol + ".writetimeout", "60000");
                });
    }

    @Test
    void aPasswordNeverCrossesTheNetworkInTheClearUnlessSomebodySaysSo() {
        assertThat(requiresTls("spring.mail.username=muster", "spring.mail.password=secret"))
                .isTrue();
        assertThat(requiresTls("muster.mail.tls=required")).isTrue();
        assertThat(requiresTls()).isFalse();
        assertThat(requiresTls("spring.mail.username=muster", "spring.mail.password=secret", "muster.mail.tls=offered"))
                .isFalse();
    }

    private boolean requiresTls(String... properties) {
        var required = new AtomicBoolean();
        application
                .withPropertyValues("spring.mail.host=mail.example")
                .withPropertyValues(properties)
                .run(context -> required.set("true"
                        .equals(context.getBean(JavaMailSenderImpl.class)
                                .getJavaMailProperties()
                                .getProperty("mail.smtp.starttls.required"))));
        return required.get();
    }
}
