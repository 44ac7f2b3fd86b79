package dev.muster.members;

import dev.muster.common.WhiteSpace;
import dev.muster.members.FormProblem.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a custom profile field has to be before it is saved. */
@Component
class FieldRules {

    /** How a cell of an import separates the values of a multi select field. */
    private static final String SEPARATOR = ", ";

    private final ProfileFields fields;
    private final FieldUsage usage;

    FieldRules(ProfileFields fields, FieldUsage usage) {
        this.fields = fields;
        this.usage = usage;
    }

    /** Returns the problems of {@code draft} as a new field, or as what {@code changed} would become. */
    List<FormProblem> problems(FieldDraft draft, @Nullable ProfileField changed) {
        List<FormProblem> problems = new ArrayList<>();
        problemOfName(draft.name(), changed).ifPresent(problems::add);
        problemOfChoices(draft).ifPresent(problems::add);
        if (changed != null) {
            problemOfType(draft.type(), changed).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<FormProblem> problemOfName(String name, @Nullable ProfileField changed) {
        return FormText.problemOfName(name)
                .or(() -> StandardField.named(name)
                        .map(standard -> FormProblem.of(Input.NAME, "members.fields.name-standard", standard.header())))
                .or(() -> fields.findByNameKey(WhiteSpace.nameKey(name))
                        .filter(holder -> changed == null || !holder.id().equals(changed.id()))
                        .map(_ -> FormProblem.of(Input.NAME, "members.fields.name-taken")));
    }

    private static Optional<FormProblem> problemOfChoices(FieldDraft draft) {
        if (draft.type() == FieldType.TEXT) {
            return Optional.empty();
        }
        if (draft.choices().isEmpty() && !draft.addsUnknownChoices()) {
            return Optional.of(FormProblem.of(Input.CHOICES, "members.fields.choices-none"));
        }
        Set<String> seen = new HashSet<>();
        return draft.choices().stream()
                .flatMap(choice -> problemOfChoice(choice, draft.type(), seen).stream())
                .findFirst();
    }

    private static Optional<FormProblem> problemOfChoice(String choice, FieldType type, Set<String> seen) {
        FormProblem problem = null;
        if (WhiteSpace.isBlank(choice)) {
            problem = FormProblem.of(Input.CHOICES, "members.fields.choice-blank");
        } else if (FormText.isTooLong(choice)) {
            problem = FormProblem.of(Input.CHOICES, "members.fields.choice-long", FormText.MAX_LENGTH);
        } else if (FormText.hasControlCharacter(choice)) {
            problem = FormProblem.of(Input.CHOICES, "members.fields.choice-control");
        } else if (type == FieldType.MULTI_SELECT && choice.contains(SEPARATOR)) {
            problem = FormProblem.of(Input.CHOICES, "members.fields.choice-separator", choice);
        } else if (!seen.add(choice)) {
            problem = FormProblem.of(Input.CHOICES, "members.fields.choice-twice", choice);
        }
        return Optional.ofNullable(problem);
    }

    private Optional<FormProblem> problemOfType(FieldType wanted, ProfileField changed) {
        if (changed.type() != FieldType.MULTI_SELECT || wanted == FieldType.MULTI_SELECT) {
            return Optional.empty();
        }
        long members = usage.holdersOfSeveral(changed.id());
        return members == 0
                ? Optional.empty()
                : Optional.of(FormProblem.of(Input.TYPE, "members.fields.type-several", members));
    }
}
