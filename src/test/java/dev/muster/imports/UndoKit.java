package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.members.EditOutcome;
import dev.muster.members.FieldId;
import dev.muster.members.GroupId;
import dev.muster.members.JoinRegister;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberId;
import dev.muster.members.MemberSelection;
import dev.muster.members.MembersDesk;
import dev.muster.members.ProfileData;
import dev.muster.members.ProfileDesk;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.StandardField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Undoes imports in tests, and does by hand what people do in between. Act as a user first. */
final class UndoKit {

    private final ApplicationContext application;
    private final UndoDesk desk;
    private final UndoResults results;
    private final RunUndo job;
    private final JdbcClient jdbc;

    UndoKit(ApplicationContext application) {
        this.application = application;
        this.desk = application.getBean(UndoDesk.class);
        this.results = application.getBean(UndoResults.class);
        this.job = application.getBean(RunUndo.class);
        this.jdbc = application.getBean(JdbcClient.class);
    }

    UndoDesk desk() {
        return desk;
    }

    RunUndo job() {
        return job;
    }

    /** Takes the import back and returns what that did. */
    ImportUndo undo(ImportId id) {
        return run(started(desk.undo(id)));
    }

    /** Looks what an undo would do. */
    ImportUndo preview(ImportId id) {
        return run(started(desk.preview(id)));
    }

    ImportUndo run(ImportId run) {
        assertThat(job.run(run, () -> false)).isEqualTo(RunImport.Ending.DONE);
        return found(run);
    }

    ImportUndo found(ImportId run) {
        ImportSnapshot done = desk.find(run).orElseThrow();
        assertThat(done.percent()).isEqualTo(100);
        return Objects.requireNonNull(done.undo());
    }

    static ImportId started(UndoOutcome outcome) {
        assertThat(outcome).isInstanceOf(UndoOutcome.Started.class);
        return ((UndoOutcome.Started) outcome).run();
    }

    /** Returns what was not taken back: {@code line address: reason}, and of a field its values in between. */
    List<String> kept(ImportUndo undo) {
        return kept(undo, KeptFilter.ALL);
    }

    List<String> kept(ImportUndo undo, KeptFilter filter) {
        List<KeptItem> items = results.kept(undo.run(), filter, 0, Integer.MAX_VALUE);
        assertThat(results.count(undo.run(), filter)).isEqualTo(items.size());
        return items.stream().map(UndoKit::line).toList();
    }

    Map<KeptReason, Long> counts(ImportUndo undo) {
        return results.counts(undo.run());
    }

    private static String line(KeptItem item) {
        String what = "%d %s: %s".formatted(item.line(), item.email(), item.reason());
        return item.reason().subject() == KeptReason.Subject.VALUE
                ? "%s %s %s %s %s".formatted(what, item.field(), item.before(), item.written(), item.now())
                : what;
    }

    MemberId member(String email) {
        return new MemberId(jdbc.sql("SELECT id FROM member WHERE email_key = ?")
                .param(email)
                .query(Long.class)
                .single());
    }

    /** Writes the letter of somebody's invitation, which has come to {@code state}. */
    void letter(String email, String state) {
        long member = member(email).value();
        long letter = 1_000_000 + member;
        jdbc.sql("""
                        INSERT INTO mail (id, version, message_id, purpose, to_address, subject, text_body, html_body, state,
                            tries, tries_before, created_at, member_id)
                        VALUES (?, 0, ?, 'INVITATION', ?, 'Join', 'Join', 'Join', ?, 0, 0, '2026-11-22 10:43:00', ?)""").params(letter, email, email, state, member).update();
        jdbc.sql("UPDATE invitation SET state = 'OPEN', mail_id = ? WHERE member_id = ?")
                .params(letter, member)
                .update();
    }

    void edit(String email, StandardField field, String value) {
        edit(email, data -> {
            var texts = new EnumMap<StandardField, String>(StandardField.class);
            texts.putAll(data.standard());
            texts.put(field, value);
            return new ProfileData(texts, data.custom());
        });
    }

    void edit(String email, String field, List<String> values) {
        FieldId id = field(field);
        edit(email, data -> data.withCustom(data.custom().with(id, values)));
    }

    private void edit(String email, UnaryOperator<ProfileData> change) {
        var profiles = application.getBean(ProfileDesk.class);
        var profile = profiles.find(member(email)).orElseThrow();
        assertThat(profiles.edit(profile.id(), profile.version(), change.apply(profile.data())))
                .isInstanceOf(EditOutcome.Saved.class);
    }

    FieldId field(String name) {
        return application.getBean(ProfileFieldDesk.class).definitions().stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    void change(String email, MemberChange.Kind kind) {
        change(email, MemberChange.of(kind));
    }

    void addTo(GroupId group, String email) {
        change(email, new MemberChange(MemberChange.Kind.ADD_TO_GROUP, group));
    }

    void removeFrom(GroupId group, String email) {
        change(email, new MemberChange(MemberChange.Kind.REMOVE_FROM_GROUP, group));
    }

    private void change(String email, MemberChange change) {
        application.getBean(MembersDesk.class).change(new MemberSelection.Some(Set.of(member(email))), change);
    }

    void join(String email, String name) {
        var register = application.getBean(JoinRegister.class);
        application
                .getBean(TransactionOperations.class)
                .executeWithoutResult(_ ->
                        register.join(new JoinRegister.Joiner(member(email), name, "{argon2}unusable", List.of())));
    }
}
