package dev.muster.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class HubSettingsTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theCompanyOfTheEnvironmentCountsUntilOneIsSaved() {
        var settings = new HubSettings(jdbc, "", " Lumenworks ", "http://localhost:8080");
        assertThat(settings.company()).hasValue("Lumenworks");

        settings.save(HubSettings.COMPANY, "Puerto Verde");
        assertThat(settings.company()).hasValue("Puerto Verde");

        settings.save(HubSettings.COMPANY, "");
        assertThat(settings.company()).hasValue("Lumenworks");
    }

    @Test
    void aHubOfWhichNobodySaidWhoseItIsHasNoCompany() {
        assertThat(new HubSettings(jdbc, "", " ", "http://localhost:8080").company())
                .isEmpty();
    }
}
