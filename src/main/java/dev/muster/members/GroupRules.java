package dev.muster.members;

import dev.muster.common.WhiteSpace;
import dev.muster.members.FormProblem.Input;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a group has to be before it is saved. */
@Component
class GroupRules {

    private static final int LONGEST_JOIN_CODE = 100;
    private static final Pattern JOIN_CODE = Pattern.compile("[A-Za-z0-9_-]+");

    private final Groups groups;

    GroupRules(Groups groups) {
        this.groups = groups;
    }

    /** Returns the problems of {@code draft} as a new group, or as what {@code changed} would become. */
    List<FormProblem> problems(GroupDraft draft, @Nullable Group changed) {
        return Stream.of(
                        problemOfName(draft.name(), changed),
                        Optional.ofNullable(draft.joinCode()).flatMap(code -> problemOfJoinCode(code, changed)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<FormProblem> problemOfName(String name, @Nullable Group changed) {
        return FormText.problemOfName(name)
                .or(() -> groups.findByNameKey(WhiteSpace.nameKey(name))
                        .filter(holder -> isAnother(holder, changed))
                        .map(_ -> FormProblem.of(Input.NAME, "members.groups.name-taken")));
    }

    private Optional<FormProblem> problemOfJoinCode(String code, @Nullable Group changed) {
        if (!JOIN_CODE.matcher(code).matches()) {
            return Optional.of(FormProblem.of(Input.JOIN_CODE, "members.groups.join-code-characters"));
        }
        if (code.length() > LONGEST_JOIN_CODE) {
            return Optional.of(FormProblem.of(Input.JOIN_CODE, "members.groups.join-code-long", LONGEST_JOIN_CODE));
        }
        return Optional.ofNullable(Group.keyOf(code))
                .flatMap(groups::findByJoinCodeKey)
                .filter(holder -> isAnother(holder, changed))
                .map(_ -> FormProblem.of(Input.JOIN_CODE, "members.groups.join-code-taken"));
    }

    private static boolean isAnother(Group holder, @Nullable Group changed) {
        return changed == null || !holder.id().equals(changed.id());
    }
}
