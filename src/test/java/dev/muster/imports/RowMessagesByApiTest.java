package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.MemberKind;
import dev.muster.security.Role;
import dev.muster.testing.ApiClient;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;

/** The same files and the same messages as through the services, to the letter. */
class RowMessagesByApiTest extends RowMessagesTest {

    @Override
    ImportKit kit(ApplicationContext application) {
        return new ByApi(application);
    }

    /** Sends files and reads what became of them by the REST API alone. */
    private static final class ByApi extends ImportKit {

        private static final int SIZE = 4;

        private final ApiClient api;

        ByApi(ApplicationContext application) {
            super(application);
            api = new ApiClient((WebApplicationContext) application, "Ada Api", Role.MANAGER);
        }

        @Override
        ImportSnapshot run(String csv, ImportSettings settings) {
            ApiClient.Reply started = api.upload(
                            csv.getBytes(StandardCharsets.UTF_8),
                            "as",
                            settings.kind() == MemberKind.ADVOCATE ? "ADVOCATES" : "NOMINEES",
                            "invite",
                            Boolean.toString(settings.invite()))
                    .is(202);
            ImportSnapshot done = run(new ImportId((Integer) started.get("id")));
            assertThat(api.get(started.location()).is(200).json())
                    .containsEntry("state", done.state().name())
                    .containsEntry("rows", Math.toIntExact(Objects.requireNonNull(done.totalRows())))
                    .containsEntry("processed", (int) done.processed())
                    .containsEntry("created", (int) done.created())
                    .containsEntry("updated", (int) done.updated())
                    .containsEntry("unchanged", (int) done.unchanged())
                    .containsEntry("rejected", (int) done.rejected())
                    .containsEntry("warnings", (int) done.warnings())
                    .containsEntry("alreadyTaken", (int) done.alreadyTaken())
                    .containsEntry("invitationsQueued", (int) done.invitationsQueued());
            return done;
        }

        @Override
        List<String> messages(ImportSnapshot of) {
            String address = "/api/v1/imports/" + of.id().value();
            Map<String, String> outcomes =
                    outcomes(api.get(address + "/result.csv").is(200).text());
            int total = (Integer) api.get(address + "/issues").is(200).get("total");
            var messages = new java.util.ArrayList<String>();
            for (int page = 0; page * SIZE < total; page++) {
                for (Map<String, Object> issue : api.get(address + "/issues?page=%d&size=%d".formatted(page, SIZE))
                        .list("items")) {
                    messages.add("%s %s: %s %s: %s"
                            .formatted(
                                    issue.get("line"),
                                    outcomes.get(String.valueOf(issue.get("line"))),
                                    issue.get("severity"),
                                    issue.get("column"),
                                    issue.get("message")));
                }
            }
            assertThat(messages).hasSize(total);
            return messages;
        }

        private static Map<String, String> outcomes(String result) {
            var outcomes = new HashMap<String, String>();
            result.lines()
                    .map(line -> line.split(",", 3))
                    .filter(cells -> cells.length == 3)
                    .forEach(cells -> outcomes.put(cells[0], cells[1].toUpperCase(Locale.ROOT)));
            return outcomes;
        }
    }
}
