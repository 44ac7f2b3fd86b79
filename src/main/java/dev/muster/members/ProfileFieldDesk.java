package dev.muster.members;

import dev.muster.common.AnotherTurn;
import dev.muster.members.SaveOutcome.Outdated;
import dev.muster.members.SaveOutcome.Refused;
import dev.muster.members.SaveOutcome.Saved;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The custom profile fields of the hub. Reading needs no right, since jobs read them too; changing does. */
@Service
@AnotherTurn
public class ProfileFieldDesk {

    private final ProfileFields fields;
    private final FieldRows rows;
    private final FieldRules rules;
    private final FieldUsage usage;
    private final MemberTaskQueue queue;
    private final AuditLog audit;
    private final FormSaves saves;

    ProfileFieldDesk(
            ProfileFields fields,
            FieldRows rows,
            FieldRules rules,
            FieldUsage usage,
            MemberTaskQueue queue,
            AuditLog audit,
            FormSaves saves) {
        this.fields = fields;
        this.rows = rows;
        this.rules = rules;
        this.usage = usage;
        this.queue = queue;
        this.audit = audit;
        this.saves = saves;
    }

    /** Returns all fields in the admin's order. */
    @Transactional(readOnly = true)
    public List<FieldDefinition> definitions() {
        return rows.definitions();
    }

    /** Returns the field as its form shows it, or empty where it is gone. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Optional<FieldDetails> find(FieldId id) {
        return fields.findById(id.value()).map(ProfileField::details);
    }

    /** Returns how many members hold a value of each field. Reads every member once: not for every click. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('VIEWER')")
    public Map<FieldId, Long> holders() {
        return usage.holders(
                rows.definitions().stream().map(FieldDefinition::id).toList());
    }

    /** Returns how many members hold a value of {@code id}, and would lose it with the field. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public long holders(FieldId id) {
        return usage.holders(List.of(id)).getOrDefault(id, 0L);
    }

    /** Creates a field after the last one. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public SaveOutcome<FieldId> create(FieldDraft draft) {
        return saves.save(() -> {
            List<FormProblem> problems = rules.problems(draft, null);
            if (!problems.isEmpty()) {
                return new Refused<>(problems);
            }
            FieldId id = fields.saveAndFlush(new ProfileField(draft, fields.lastPosition() + 1))
                    .id();
            record("field.create", id, draft.changesFrom(null));
            return new Saved<>(id);
        });
    }

    /**
     * Changes a field. The values that members hold stay as they are, whatever changes: by another name they are the same
     * values, and one that is not among the choices any more stays until someone changes it. Only where a field becomes one
     * of a single value, no member may hold several.
     *
     * @param version the version that the form was opened with
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public SaveOutcome<FieldId> change(FieldId id, long version, FieldDraft draft) {
        return saves.save(() -> {
            ProfileField field = fields.findById(id.value()).orElse(null);
            if (field == null || !field.isAt(version)) {
                return new Outdated<>();
            }
            List<FormProblem> problems = rules.problems(draft, field);
            if (!problems.isEmpty()) {
                return new Refused<>(problems);
            }
            AuditDetail changes = draft.changesFrom(field.asDraft());
            field.become(draft);
            fields.flush();
            record("field.change", id, changes);
            return new Saved<>(id);
        });
    }

    /** Moves a field to the place {@code index} in the order of all, counted from 0; nothing happens where it is gone. */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void move(FieldId id, int index) {
        List<FieldId> order = new ArrayList<>(rows.lockedOrder());
        int before = order.indexOf(id);
        if (order.remove(id)) {
            int after = Math.clamp(index, 0, order.size());
            order.add(after, id);
            rows.reorder(order);
            record("field.move", id, nameOf(id).with("Place", before + 1, after + 1));
        }
    }

    /**
     * Deletes a field, and with it what members hold of it. Nobody sees these values from here on; a job takes them out of
     * the members' documents, however many there are.
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void delete(FieldId id) {
        boolean isThere = fields.existsById(id.value());
        AuditDetail detail = nameOf(id);
        rows.delete(id);
        queue.addSweep(id);
        if (isThere) {
            record("field.delete", id, detail);
        }
    }

    private AuditDetail nameOf(FieldId id) {
        return AuditDetail.named(
                fields.findById(id.value()).map(field -> field.asDraft().name()).orElse(""));
    }

    private void record(String action, FieldId id, AuditDetail detail) {
        audit.record(action, "field", Long.toString(id.value()), detail.text());
    }

    /**
     * Adds choices that an import met, after those that are there; a choice that is there already, or whose field is gone,
     * is skipped. For jobs: asks for no right, and works in the caller's transaction.
     *
     * @param choices per field, clean values of at most 255 code points
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addChoices(Map<FieldId, List<String>> choices) {
        rows.addChoices(choices);
    }
}
