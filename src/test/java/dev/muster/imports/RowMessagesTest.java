package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class RowMessagesTest {

    @Autowired
    Users users;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void importsSoundRows() {
        ImportSnapshot done = imports.run("""
                Name,Email,Title,Company,Salesforce ID,External Contact ID,External Account ID,Position,Industry,Product
                José Ærø,Jose@Example.com,Lead,Ærø & Co,003A,C-1,A-1,Engineer,Energy,"Atlas, Beacon"
                Bo,bo@example.com,,,,,,,,
                """);

        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.created()).isEqualTo(2);
        assertThat(imports.messages(done)).isEmpty();
        assertThat(imports.member("jose@example.com", "name")).isEqualTo("José Ærø");
        assertThat(imports.member("jose@example.com", "email")).isEqualTo("Jose@Example.com");
        assertThat(imports.member("jose@example.com", "field_values"))
                .isEqualTo("{\"1\":[\"Engineer\"],\"2\":[\"Energy\"],\"3\":[\"Atlas\",\"Beacon\"]}");
        assertThat(imports.member("bo@example.com", "title")).isEqualTo("none");
    }
}
