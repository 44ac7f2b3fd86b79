package tutorial;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.muster.testing.MariaDbServer;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The import as tutorials write it: Spring Data JPA, and for each row a look whether it is there and a save. */
public final class TutorialImport implements AutoCloseable {

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = TutorialContact.class)
    @EnableJpaRepositories(basePackageClasses = TutorialContacts.class, considerNestedRepositories = true)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Application {}

    private final ConfigurableApplicationContext application;

    public TutorialImport(String url) {
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.location=optional:classpath:/none/",
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + MariaDbServer.USER,
                        "spring.datasource.password=",
                        "spring.jpa.hibernate.ddl-auto=create")
                .run();
    }

    /** Imports the file into an empty table; returns the seconds. */
    public double run(Path file) throws Exception {
        var contacts = application.getBean(TutorialContacts.class);
        contacts.deleteAllInBatch();
        long start = System.nanoTime();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            for (CsvRecord row : rows) {
                var contact = new TutorialContact(row);
                if (contact.isValid() && !contacts.existsByEmail(contact.email())) {
                    contacts.save(contact);
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        application.close();
    }
}
