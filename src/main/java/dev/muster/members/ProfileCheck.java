package dev.muster.members;

import dev.muster.common.EmailAddress;
import dev.muster.common.WhiteSpace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules that hold for what a person enters about a member; the same as for a row of a file where both apply. */
@Component
class ProfileCheck {

    static final int MAX_LENGTH = 255;

    /** The address has a limit of its own, within {@link EmailAddress}. */
    private static final Set<StandardField> WITHOUT_LIMIT = EnumSet.of(StandardField.EMAIL);

    private final ProfileFieldDesk fields;
    private final Members members;
    private final Tombstones tombstones;

    ProfileCheck(ProfileFieldDesk fields, Members members, Tombstones tombstones) {
        this.fields = fields;
        this.members = members;
        this.tombstones = tombstones;
    }

    /**
     * What the check found.
     *
     * @param data what to keep, its custom values cleaned
     * @param email the address, or null where it is not one
     * @param problems in the order of the fields; empty where all may be kept
     */
    record Checked(ProfileData data, @Nullable EmailAddress email, List<FieldProblem> problems) {

        /** Returns the address; only where there are no problems. */
        EmailAddress validEmail() {
            if (email == null) {
                throw new IllegalStateException("The address was refused: %s".formatted(problems));
            }
            return email;
        }
    }

    /**
     * Checks {@code entered}.
     *
     * @param current the member that it is about, or null for a new one. Custom values that the member holds may stay
     *     even where the choices have changed since.
     */
    Checked check(ProfileData entered, @Nullable Member current) {
        var problems = new ArrayList<FieldProblem>();
        if (entered.text(StandardField.NAME).isEmpty()) {
            problems.add(FieldProblem.of(StandardField.NAME, "members.problem.nameBlank"));
        }
        EmailAddress email = readEmail(entered.text(StandardField.EMAIL), problems);
        if (email != null) {
            checkOwner(email, current, problems);
        }
        entered.standard().forEach((field, value) -> {
            if (!WITHOUT_LIMIT.contains(field) && isTooLong(value)) {
                problems.add(FieldProblem.of(field, "members.problem.tooLong", field.header()));
            }
        });
        FieldValues held = current == null ? FieldValues.NONE : current.data().custom();
        FieldValues custom = checkCustom(entered.custom(), held, problems);
        return new Checked(entered.withCustom(custom), email, problems);
    }

    private static @Nullable EmailAddress readEmail(String text, List<FieldProblem> problems) {
        if (text.isEmpty()) {
            problems.add(FieldProblem.of(StandardField.EMAIL, "members.problem.emailBlank"));
            return null;
        }
        EmailAddress email = EmailAddress.parse(text).orElse(null);
        if (email == null) {
            problems.add(FieldProblem.of(StandardField.EMAIL, "members.problem.emailInvalid"));
        }
        return email;
    }

    private void checkOwner(EmailAddress email, @Nullable Member current, List<FieldProblem> problems) {
        if (current != null && current.hasAddress(email)) {
            return;
        }
        if (members.findByEmailKey(email.key()).isPresent()) {
            problems.add(FieldProblem.of(StandardField.EMAIL, "members.problem.emailTaken"));
        } else if (tombstones.stands(email)) {
            problems.add(FieldProblem.of(StandardField.EMAIL, "members.problem.deleted"));
        }
    }

    private FieldValues checkCustom(FieldValues entered, FieldValues held, List<FieldProblem> problems) {
        // What is held of a field that was deleted stays where it is: nobody sees it.
        FieldValues kept = held;
        for (FieldDefinition field : fields.definitions()) {
            List<String> values = entered.of(field.id()).stream()
                    .map(WhiteSpace::clean)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (values.stream().anyMatch(ProfileCheck::isTooLong)) {
                problems.add(FieldProblem.of(field.id(), "members.problem.valueTooLong"));
            } else if (!allowed(field, held).containsAll(values) && !takesAnyValue(field)) {
                problems.add(FieldProblem.of(field.id(), "members.problem.valueNotIncluded"));
            }
            kept = kept.with(field.id(), single(field) && !values.isEmpty() ? values.subList(0, 1) : values);
        }
        return kept;
    }

    private static boolean single(FieldDefinition field) {
        return field.type() != FieldType.MULTI_SELECT;
    }

    private static boolean takesAnyValue(FieldDefinition field) {
        return field.type() == FieldType.TEXT || field.choices().isEmpty();
    }

    private static List<String> allowed(FieldDefinition field, FieldValues held) {
        var allowed = new ArrayList<>(field.choices());
        allowed.addAll(held.of(field.id()));
        return allowed;
    }

    private static boolean isTooLong(String value) {
        return value.codePointCount(0, value.length()) > MAX_LENGTH;
    }
}
