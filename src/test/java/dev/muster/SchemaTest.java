package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.ProfileFieldDesk;
import dev.muster.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SchemaTest {

    @Autowired
    ProfileFieldDesk fields;

    @Test
    void aNewHubHasPositionIndustryAndProduct() {
        assertThat(fields.definitions())
                .extracting(field -> field.name())
                .containsExactly("Position", "Industry", "Product");
    }
}
