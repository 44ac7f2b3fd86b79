package dev.muster.imports.ui;

import com.vaadin.flow.i18n.I18NProvider;
import dev.muster.imports.ImportUndo;
import dev.muster.imports.KeptReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an undo takes back, and what stays, in sentences with the counts. */
final class UndoWords {

    private UndoWords() {}

    /** Returns what it would take back, and what not. */
    static String ofPreview(ImportUndo undo, Map<KeptReason, Long> kept) {
        return sentences("imports.undo.takes", undo, kept);
    }

    /** Returns what it took back, and what not. */
    static String ofResult(ImportUndo undo, Map<KeptReason, Long> kept) {
        return sentences("imports.undo.took", undo, kept);
    }

    private static String sentences(String key, ImportUndo undo, Map<KeptReason, Long> kept) {
        String first = undo.foundNothing()
                ? I18NProvider.translate(key + ".nothing")
                : I18NProvider.translate(key, listed(taken(undo)));
        return kept.isEmpty() ? first : first + ' ' + stays(kept);
    }

    private static List<String> taken(ImportUndo undo) {
        var parts = new ArrayList<String>();
        add(parts, "members", undo.members());
        add(parts, "restored", undo.restored());
        add(parts, "memberships", undo.memberships());
        add(parts, "invitations", undo.invitations());
        return parts;
    }

    private static void add(List<String> parts, String what, long number) {
        if (number > 0) {
            parts.add(I18NProvider.translate("imports.undo.part." + what, number));
        }
    }

    private static String listed(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : I18NProvider.translate(
                        "imports.undo.and", String.join(", ", parts.subList(0, parts.size() - 1)), parts.getLast());
    }

    /** The first part has the verb, which the others share. */
    private static String stays(Map<KeptReason, Long> kept) {
        var parts = new ArrayList<String>();
        kept.forEach((reason, number) -> parts.add(I18NProvider.translate(
                key("imports.undo.stays.", reason),
                number,
                parts.isEmpty() ? I18NProvider.translate("imports.undo.stays", number) : "")));
        return String.join(", ", parts) + '.';
    }

    /** Returns the reason in a few words, to choose it by. */
    static String shortly(KeptReason reason) {
        return I18NProvider.translate(key("imports.undo.short.", reason));
    }

    private static String key(String prefix, KeptReason reason) {
        return prefix + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
