package dev.muster.testing;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Empties every table before each test, but for what the migrations put there, and logs everybody out. */
final class EmptyHub implements BeforeEachCallback {

    private static final Set<ApplicationContext> PREPARED = Collections.newSetFromMap(new WeakHashMap<>());

    /** Children before their parents. */
    private static final List<String> TABLES = List.of(
            "scheduled_tasks",
            "mail_attachment",
            "mail_try",
            "mail",
            "reminder",
            "reminder_step",
            "invitation_group",
            "invitation",
            "member_task_member",
            "member_task_group",
            "member_task",
            "member_login",
            "member_change",
            "membership",
            "member",
            "member_group",
            "tombstone",
            "import_undo_kept",
            "import_undo_chunk",
            "import_undo",
            "import_checked_member",
            "import_checked_change",
            "import_correction",
            "import_rejected_row",
            "import_issue",
            "import_chunk",
            "import_run",
            "import_file_piece",
            "import_file",
            "audit_entry",
            "api_request",
            "password_reset",
            "api_token",
            "account",
            "profile_field_choice",
            "setting");

    @Override
    public void beforeEach(ExtensionContext context) {
        var application = SpringExtension.getApplicationContext(context);
        var jdbc = application.getBean(JdbcClient.class);
        if (PREPARED.add(application)) {
            // The first block of numbers is for members whom tests write by themselves.
            jdbc.sql("SELECT NEXT VALUE FOR member_seq").query(Long.class).single();
        }
        TABLES.forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        jdbc.sql("DELETE FROM member_touch").update();
        jdbc.sql("UPDATE pulse SET beat = beat + 1 WHERE topic = 'touches'").update();
        jdbc.sql("DELETE FROM profile_field").update();
        jdbc.sql("""
                        INSERT INTO profile_field
                            (id, version, name, name_key, type, position, shown_to_member, adds_unknown_choices) VALUES
                            (1, 0, 'Position', 'position', 'TEXT', 1, FALSE, FALSE),
                            (2, 0, 'Industry', 'industry', 'TEXT', 2, FALSE, FALSE),
                            (3, 0, 'Product', 'product', 'MULTI_SELECT', 3, FALSE, TRUE)""").update();
        application.getBean(SettableClock.class).reset();
        // Each application of the JVM, when it starts, takes over who is logged in: the test's own one gets it back.
        application
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .ifUnique(SecurityContextHolder::setContextHolderStrategy);
        SecurityContextHolder.clearContext();
    }
}
