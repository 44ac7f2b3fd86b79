package dev.muster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.muster.security.Role;
import dev.muster.testing.ApiClient;
import dev.muster.testing.ApiClient.Reply;
import dev.muster.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class GroupsAndFieldsApiTest {

    private ApiClient api;

    @BeforeEach
    void startWithAnAdministrator(@Autowired WebApplicationContext application) {
        api = new ApiClient(application, "Ada Admin", Role.ADMINISTRATOR);
    }

    @Test
    void groups() {
        Reply created = api.post("/api/v1/groups", "{\"name\": \"Beta testers\", \"joinCode\": \"beta\"}")
                .is(201);

        assertThat(created.json())
                .containsOnlyKeys("id", "name", "joinCode", "joinedByDefault", "members", "pending")
                .contains(entry("name", "Beta testers"), entry("joinCode", "beta"), entry("members", 0));
        assertThat(api.get("/api/v1/groups").list("items")).containsExactly(created.json());
        Reply refused = api.post("/api/v1/groups", "{\"name\": \"beta TESTERS\", \"joinCode\": \"no spaces\"}");
        assertThat(refused.is(422).list("errors"))
                .extracting(finding -> finding.get("where"))
                .containsExactly("name", "joinCode");
        assertThat(api.post("/api/v1/groups", "{\"joinedByDefault\": 1}").problem(422))
                .isEqualTo("joinedByDefault: expected true or false, found 1.");
        assertThat(api.post("/api/v1/groups", "{}").problem(422)).isEqualTo("Name can't be blank");
    }

    @Test
    void fields() {
        Reply created = api.post("/api/v1/fields", """
                {"name": "Region", "type": "SINGLE_SELECT", "choices": ["North", "South"], "shownToMember": true}""").is(201);

        assertThat(created.json())
                .contains(
                        entry("name", "Region"),
                        entry("type", "SINGLE_SELECT"),
                        entry("choices", List.of("North", "South")),
                        entry("shownToMember", true),
                        entry("addsUnknownChoices", false));
        assertThat(api.get("/api/v1/fields").list("items"))
                .extracting(field -> field.get("name"))
                .containsExactly("Position", "Industry", "Product", "Region");
        assertThat(api.post("/api/v1/fields", "{\"name\": \"Email\", \"type\": \"MULTI_SELECT\"}")
                        .is(422)
                        .list("errors"))
                .extracting(finding -> finding.get("where"))
                .containsExactly("name", "choices");
        assertThat(api.post("/api/v1/fields", "{\"name\": \"Size\", \"type\": \"NUMBER\"}")
                        .problem(422))
                .isEqualTo("type: expected TEXT, SINGLE_SELECT or MULTI_SELECT, found NUMBER.");
    }

    @Test
    void theTemplateNamesEveryField() {
        api.post("/api/v1/fields", "{\"name\": \"Region\"}").is(201);

        assertThat(api.get("/api/v1/template.csv").is(200).text())
                .isEqualTo("\ufeffName,Email,Title,Company,Salesforce ID,External Contact ID,External Account"
                        + " ID,Position,Industry,Product,Region\r\n");
    }
}
