package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.AuditEntry;
import dev.muster.security.AuditPages;
import dev.muster.security.AuditQuery;
import dev.muster.security.AuditTrail;
import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What people do with imports stands in the audit log. */
@ServiceTest
class ImportsAuditTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    AuditTrail trail;

    @Autowired
    Users users;

    @Test
    void startingStoppingAndTakingUpAnImportAndDownloadingItsFiles() {
        users.actAs("Ada Admin", Role.ADMINISTRATOR);
        var kit = new ImportKit(application);
        ImportId id = kit.desk().start(kit.store("Name,Email\nAda,ada@hub.example\n"), ImportKit.AS_ADVOCATES);
        kit.desk().cancel(id);
        kit.desk().resume(id);
        kit.desk().resume(id);
        kit.resultFile(kit.run(id));

        List<AuditEntry> entries = trail.page(AuditQuery.ALL, new AuditPages(), 0, 10);

        assertThat(entries)
                .extracting(AuditEntry::action)
                .containsExactly("import.download-result", "import.resume", "import.cancel", "import.start");
        assertThat(entries).extracting(AuditEntry::objectId).containsOnly(Long.toString(id.value()));
        assertThat(entries.getLast().detail().name()).isEqualTo("customers.csv");
    }
}
