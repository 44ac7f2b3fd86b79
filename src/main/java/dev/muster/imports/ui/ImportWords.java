package dev.muster.imports.ui;

import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.common.ui.State;
import dev.muster.imports.Delimiter;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.Outcome;
import dev.muster.imports.Severity;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberKind;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the pages about imports call things, in the reader's language. */
final class ImportWords {

    private static final int MINUTE = 60;
    private static final int TENTHS = 100;
    private static final long KIB = 1024;

    private ImportWords() {}

    /** Returns {@code number} with its digits grouped. */
    static String number(long number) {
        return I18NProvider.translate("imports.number", number);
    }

    static String percent(int percent) {
        return I18NProvider.translate("imports.percent", percent);
    }

    static String rows(long rows) {
        return I18NProvider.translate("imports.rows", rows);
    }

    static String delimiter(Delimiter delimiter) {
        return I18NProvider.translate("imports.dialog.file." + delimiter.name().toLowerCase(Locale.ROOT));
    }

    static String key(Outcome outcome) {
        return "imports.outcome." + outcome.name().toLowerCase(Locale.ROOT);
    }

    static String word(Severity severity) {
        return I18NProvider.translate("imports.severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    static String as(MemberKind kind) {
        return I18NProvider.translate(kind == MemberKind.NOMINEE ? "imports.as.nominees" : "imports.as.advocates");
    }

    static String kind(MemberKind kind) {
        return I18NProvider.translate("imports.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    static String timeLeft(ImportSnapshot one) {
        var left = TimeLeft.of(one);
        return I18NProvider.translate(left.textKey(), left.number());
    }

    /** Returns the badge for where {@code one} stands. */
    static State state(ImportSnapshot one) {
        if (one.undo() != null && one.undo().state().isActive()) {
            return one.takesBack() && one.state() == ImportState.QUEUED ? State.QUEUED : State.UNDOING;
        }
        return switch (one.state()) {
            case QUEUED -> one.cancelling() ? State.CANCELLING : State.QUEUED;
            case CHECKING -> one.cancelling() ? State.CANCELLING : State.CHECKING;
            case RUNNING -> one.cancelling() ? State.CANCELLING : State.IMPORTING;
            case CHECKED -> State.CHECKED;
            case CANCELLED -> State.CANCELLED;
            case FAILED -> State.FAILED;
            case COMPLETED -> one.takesBack() ? undone(one) : State.COMPLETED;
            case UNDONE -> undone(one);
        };
    }

    private static State undone(ImportSnapshot one) {
        return one.undo() != null && one.undo().kept() > 0 ? State.PARTLY_UNDONE : State.UNDONE;
    }

    static State state(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> State.CREATED;
            case UPDATED -> State.UPDATED;
            case UNCHANGED -> State.UNCHANGED;
            case REJECTED -> State.REJECTED;
        };
    }

    /** Returns all four counts in one sentence. */
    static String sentence(OutcomeCounts counts) {
        return I18NProvider.translate(
                "imports.outcome.sentence",
                counts.total(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected());
    }

    static String groups(ImportSnapshot one) {
        return one.groups().isEmpty()
                ? I18NProvider.translate("imports.groups.none")
                : I18NProvider.translate(
                        "imports.groups",
                        one.groups().stream().map(GroupSummary::name).collect(Collectors.joining(", ")));
    }

    /** Returns a length of time to the tenth of a second, from a minute on to the second. */
    static String duration(Duration duration) {
        if (duration.toSeconds() < MINUTE) {
            double tenths = Math.max(1, Math.round(duration.toMillis() / (double) TENTHS)) / 10.0;
            return I18NProvider.translate("imports.duration.seconds", tenths);
        }
        return I18NProvider.translate("imports.duration.minutes", duration.toMinutes(), duration.toSecondsPart());
    }

    static String bytes(long bytes) {
        if (bytes < KIB) {
            return I18NProvider.translate("imports.size.b", bytes);
        }
        double size = bytes / (double) KIB;
        String unit = "kb";
        if (size >= KIB) {
            size /= KIB;
            unit = "mb";
        }
        if (size >= KIB) {
            size /= KIB;
            unit = "gb";
        }
        return I18NProvider.translate(
                "imports.size." + unit, size < 10 ? Math.round(size * 10) / 10.0 : Math.round(size));
    }
}
