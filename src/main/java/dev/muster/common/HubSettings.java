package dev.muster.common;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Facts about the hub as a whole, one row each in {@code setting}. What is saved there wins over the environment. Who
 * may change a setting is for the caller to check.
 */
@Component
public class HubSettings {

    /** The company whose hub this is. */
    public static final String COMPANY = "company";

    /** The public address that links in mails start with. */
    public static final String BASE_URL = "base_url";

    private final JdbcClient jdbc;
    private final String baseUrlOfTheEnvironment;
    private final String companyOfTheEnvironment;
    private final String thisMachine;

    HubSettings(
            JdbcClient jdbc,
            @Value("${muster.base-url:}") String baseUrl,
            @Value("${muster.company:}") String company,
            @Value("http://localhost:${server.port}") String thisMachine) {
        this.jdbc = jdbc;
        this.baseUrlOfTheEnvironment = baseUrl;
        this.companyOfTheEnvironment = WhiteSpace.clean(company);
        this.thisMachine = thisMachine;
    }

    /** Returns the company whose hub this is, as somebody saved it or the environment says; empty where neither does. */
    public Optional<String> company() {
        return find(COMPANY)
                .filter(saved -> !saved.isEmpty())
                .or(() -> Optional.of(companyOfTheEnvironment).filter(company -> !company.isEmpty()));
    }

    /** Returns the public address that the environment gives the hub, if it does and it is a web address. */
    public Optional<String> urlOfTheEnvironment() {
        return BaseUrl.parse(baseUrlOfTheEnvironment).map(BaseUrl::value);
    }

    /**
     * Returns the public address of the hub as somebody set it, without a slash at its end; empty where nobody did, or
     * where what is set is no web address.
     */
    public Optional<String> publicUrl() {
        return find(BASE_URL).flatMap(BaseUrl::parse).map(BaseUrl::value).or(this::urlOfTheEnvironment);
    }

    /** Returns the public address of the hub, such as {@code https://hub.example.com}, without a slash at its end. */
    public String baseUrl() {
        return publicUrl().orElse(thisMachine);
    }

    /** Returns what is saved under {@code name}, or empty. */
    public Optional<String> find(String name) {
        return jdbc.sql("SELECT content FROM setting WHERE name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** Saves {@code content} under {@code name}, in place of what was there. */
    @Transactional
    public void save(String name, String content) {
        jdbc.sql("INSERT INTO setting (name, content) VALUES (?, ?) ON DUPLICATE KEY UPDATE content = VALUES(content)")
                .params(name, content)
                .update();
    }

    /**
     * Saves {@code content} under {@code name} where {@code before} is what is there.
     *
     * @return false where it is not, and nothing was saved
     */
    @Transactional
    public boolean replace(String name, String before, String content) {
        return jdbc.sql("UPDATE setting SET content = ? WHERE name = ? AND content = ?")
                        .params(content, name, before)
                        .update()
                == 1;
    }

    /** Forgets what is saved under {@code name}. */
    @Transactional
    public void remove(String name) {
        jdbc.sql("DELETE FROM setting WHERE name = ?").param(name).update();
    }
}
