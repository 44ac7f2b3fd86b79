package dev.muster.bench;

import dev.muster.Application;
import dev.muster.browser.RunningApp;
import dev.muster.imports.ImportFill;
import dev.muster.members.index.MemberIndex;
import dev.muster.members.index.Wanted;
import dev.muster.security.AccountId;
import dev.muster.security.LoggedIn;
import dev.muster.security.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** The application within this process, on a database of its own with made-up members, for whoever asks its services. */
final class PagesHub implements AutoCloseable {

    private static final int SMALLEST_WITH_INDEX = 20_000;

    private final ConfigurableApplicationContext context;
    private final int members;

    private PagesHub(ConfigurableApplicationContext context, int members) {
        this.context = context;
        this.members = members;
    }

    /** Starts the application on the empty database {@code url} and fills it. */
    static PagesHub start(Path directory, String url, String user, int members) {
        PagesHub hub = open(directory, url, user, members);
        long start = System.nanoTime();
        new MemberFill(hub.bean(JdbcClient.class), url.startsWith("jdbc:mariadb:"), members).run();
        new ImportFill(hub.bean(JdbcTemplate.class), url.startsWith("jdbc:mariadb:"), members).run();
        System.out.printf("  %,d members and imports made up in %.1f s%n", members, (System.nanoTime() - start) / 1e9);
        hub.waitForIndex();
        return hub;
    }

    /** Says that members came, and waits until the node has its index of them, where it needs one. */
    private void waitForIndex() {
        long start = System.nanoTime();
        bean(JdbcClient.class)
                .sql("UPDATE pulse SET beat = beat + 1 WHERE topic = 'touches'")
                .update();
        if (members < SMALLEST_WITH_INDEX) {
            return;
        }
        while (bean(MemberIndex.class).find(Wanted.ALL).isEmpty()) {
            LockSupport.parkNanos(10_000_000);
        }
        System.out.printf("  their index made in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    /** Starts the application on {@code url}, which holds what it holds. */
    static PagesHub open(Path directory, String url, String user, int members) {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--vaadin.productionMode=true",
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN",
                "--logging.level.dev.muster.members.index=INFO",
                "--muster.data=" + directory.resolve("hub-" + members),
                "--muster.admin.email=" + RunningApp.ADMIN_EMAIL,
                "--muster.admin.password=" + RunningApp.ADMIN_PASSWORD,
                "--muster.api.token=" + HubClient.TOKEN,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password="));
        return new PagesHub(
                new SpringApplicationBuilder(Application.class).run(settings.toArray(String[]::new)), members);
    }

    int members() {
        return members;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Has this thread act as the first administrator. */
    void actAsAdministrator() {
        long id = bean(JdbcClient.class)
                .sql("SELECT MIN(id) FROM account")
                .query(Long.class)
                .single();
        var user =
                new LoggedIn(new AccountId(id), "Mara Lindqvist", RunningApp.ADMIN_EMAIL, Role.ADMINISTRATOR, "", true);
        var login = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        SecurityContextHolder.getContext().setAuthentication(login);
        // Of two applications in one process, each has a place of its own for who is logged in.
        context.getBeanProvider(SecurityContextHolderStrategy.class)
                .forEach(place -> place.getContext().setAuthentication(login));
    }

    @Override
    public void close() {
        context.close();
    }
}
