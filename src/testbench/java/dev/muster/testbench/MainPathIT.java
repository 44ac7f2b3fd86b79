package dev.muster.testbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.testbench.BrowserTest;
import com.vaadin.testbench.BrowserTestBase;
import com.vaadin.testbench.TestBench;
import dev.muster.browser.RunningApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** The main path with TestBench, for whoever owns a licence: log in, import a file, find its people. */
class MainPathIT extends BrowserTestBase {

    @TempDir
    Path directory;

    private RunningApp app;

    @BeforeEach
    void start() throws Exception {
        app = RunningApp.start(directory, Map.of(), List.of());
        setDriver(TestBench.createDriver(
                new ChromeDriver(new ChromeOptions().addArguments("--headless=new", "--no-sandbox"))));
    }

    @AfterEach
    void stop() {
        getDriver().quit();
        app.close();
    }

    @BrowserTest
    void aFileBecomesAdvocates() throws Exception {
        Path file = Files.writeString(directory.resolve("contacts.csv"), """
                Name,Email,Company
                Aylin Demirtaş,aylin.demirtas@orbitel.example,Orbitel
                Emil Sørensen,emil@fjordkraft-data.example,Fjordkraft Data
                """);
        getDriver().get(app.url("/login"));
        new LoginPage(this).logIn(RunningApp.ADMIN_EMAIL, RunningApp.ADMIN_PASSWORD);
        new AdvocatesPage(this).openImport().choose(file).importIt();

        getDriver().get(app.url("/advocates?status=all"));
        waitUntil(_ -> new AdvocatesPage(this).rows() == 2);
        assertThat(new AdvocatesPage(this).rows()).isEqualTo(2);
    }
}
