package dev.muster.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Question;
import dev.muster.common.ui.SelectionAction;
import dev.muster.common.ui.TaskBar;
import dev.muster.common.ui.Toasts;
import dev.muster.members.ChangeOutcome;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberChange;
import dev.muster.members.MemberChange.Kind;
import dev.muster.members.MemberFilter.Hidden;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberRow;
import dev.muster.members.MemberSelection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The selected rows of the Advocates page and what is done with them. */
final class AdvocatesSelection extends Composite<Div> {

    /** So many deletions are confirmed by a click; for more the number is typed. */
    private static final int DELETED_BY_CLICK = 100;

    private final transient BulkWork work;
    private final transient Host host;
    private final transient RowSelection selection = new RowSelection();
    private final SelectionBar bar;
    private final TaskBar task;
    private final Map<Kind, Component> buttons = new EnumMap<>(Kind.class);
    private int lastIndex;

    /** The page around the selection. */
    interface Host {

        MemberQuery query();

        /** Returns how many the list has. */
        long found();

        /** Draws the rows anew, since other ones are selected. */
        void redraw();

        /** Reads and counts anew, since members changed. */
        void reload();

        void download(MemberSelection selected);
    }

    AdvocatesSelection(BulkWork work, Host host) {
        this.work = work;
        this.host = host;
        bar = new SelectionBar(this::selectAll, this::clear);
        task = new TaskBar(work::stand, this::finished);
        if (work.mayChange()) {
            offerGroups();
            work.offers().forEach(this::offer);
            offer(Kind.ARCHIVE, Icons.ARCHIVE);
            offer(Kind.RESTORE, Icons.UNDO);
            offer(Kind.LOCK, Icons.LOCK);
            offer(Kind.UNLOCK, Icons.UNLOCK);
        }
        bar.add(text("members.selection.export"), Icons.UPLOAD.create(), () -> host.download(selected()));
        if (work.mayChange()) {
            bar.add(text("members.selection.DELETE"), Icons.TRASH.create(), this::delete)
                    .addClassName("danger");
        }
        getContent().addClassName("selection");
        getContent().add(task, bar);
        work.running().ifPresent(running -> task.follow(running.value()));
    }

    boolean contains(MemberRow row) {
        return selection.contains(row.id());
    }

    /** Forgets the selection, since the list is another one. */
    void reset() {
        selection.clear();
        show();
    }

    void clear() {
        reset();
        host.redraw();
    }

    void selectAll() {
        selection.selectAll();
        show();
        host.redraw();
    }

    /** Tells whether all that match are selected. */
    boolean isAll() {
        return host.found() > 0 && selection.size(host.found()) == host.found();
    }

    /**
     * Takes a click on a row.
     *
     * @param range whether all rows from the one clicked before are meant
     * @param rows gives the rows of a part of the list, by offset and number
     */
    void toggle(MemberRow row, int index, boolean range, BiFunction<Integer, Integer, List<MemberRow>> rows) {
        boolean selected = !contains(row);
        if (range && index != lastIndex) {
            int from = Math.min(index, lastIndex);
            selection.set(
                    rows.apply(from, Math.abs(index - lastIndex) + 1).stream()
                            .map(MemberRow::id)
                            .toList(),
                    selected);
            host.redraw();
        } else {
            selection.set(List.of(row.id()), selected);
        }
        lastIndex = index;
        show();
    }

    /** Shows how many are selected of those who are found now, and what can be done with them. */
    void show() {
        var hidden = host.query().filter().hidden();
        visible(Kind.ARCHIVE, !hidden.contains(Hidden.ARCHIVED));
        visible(Kind.RESTORE, hidden.contains(Hidden.ARCHIVED));
        visible(Kind.LOCK, !hidden.contains(Hidden.LOCKED));
        visible(Kind.UNLOCK, hidden.contains(Hidden.LOCKED));
        bar.show(size(), host.found());
    }

    private void visible(Kind kind, boolean isVisible) {
        Component button = buttons.get(kind);
        if (button != null) {
            button.setVisible(isVisible);
        }
    }

    private void offerGroups() {
        bar.add(text("members.selection.ADD_TO_GROUP"), Icons.PLUS.create(), () -> askForGroup(Kind.ADD_TO_GROUP));
        bar.add(
                text("members.selection.REMOVE_FROM_GROUP"),
                Icons.MINUS.create(),
                () -> askForGroup(Kind.REMOVE_FROM_GROUP));
    }

    private void offer(Kind kind, Icons icon) {
        buttons.put(kind, bar.add(text("members.selection." + kind), icon.create(), () -> changeOrAsk(kind)));
    }

    /** What is done at once is undone by a click as well; a job for many is not, and begins only after a question. */
    private void changeOrAsk(Kind kind) {
        Runnable deed = () -> change(MemberChange.of(kind), "");
        if (work.isDoneAtOnce(size())) {
            deed.run();
        } else {
            Question.beforeDoing(
                    getTranslation("members.selection.question." + kind, size()),
                    text("members.selection.consequence." + kind),
                    text("members.selection." + kind),
                    deed);
        }
    }

    private void offer(SelectionAction<MemberSelection> action) {
        bar.add(
                text(action.titleKey()),
                Icons.of(action.icon()),
                () -> getUI().ifPresent(_ -> action.run((Component) host, selected(), size(), this::offered)));
    }

    private void askForGroup(Kind kind) {
        new GroupDialog(
                        getTranslation("members.selection.title." + kind, size()),
                        text("members.selection.verb." + kind),
                        work.groups(),
                        group -> changeGroup(kind, group))
                .open();
    }

    private void changeGroup(Kind kind, GroupSummary group) {
        change(new MemberChange(kind, group.id()), group.name());
    }

    private void delete() {
        long members = size();
        String question = getTranslation("members.selection.delete-question", members);
        String consequence = text("members.selection.delete-consequence");
        Runnable deletion = () -> change(MemberChange.of(Kind.DELETE), "");
        if (members <= DELETED_BY_CLICK) {
            Question.beforeDeletion(question, consequence, deletion);
        } else {
            String number = Long.toString(members);
            String hint = getTranslation("members.selection.delete-type", number);
            Question.beforeDeletion(question, consequence, hint, number, deletion);
        }
    }

    private void change(MemberChange change, String group) {
        switch (work.change(selected(), change)) {
            case ChangeOutcome.Done done -> say(done, group);
            case ChangeOutcome.Started started -> task.follow(started.task().value());
        }
        over();
    }

    /** What a feature did for the selection may go on by itself. */
    private void offered() {
        over();
        work.running().ifPresent(running -> task.follow(running.value()));
    }

    private void over() {
        selection.clear();
        host.reload();
        show();
    }

    private void say(ChangeOutcome.Done done, String group) {
        String words = getTranslation(
                "members.selection.done." + done.change().kind(), done.changed().size(), group);
        var inverse = done.change().inverse();
        if (inverse.isPresent() && !done.changed().isEmpty()) {
            Toasts.done(words, text("members.selection.undo"), () -> {
                work.change(new MemberSelection.Some(done.changed()), inverse.get());
                host.reload();
            });
        } else {
            Toasts.done(words);
        }
    }

    private void finished(long number) {
        work.end(number).ifPresent(Toasts::done);
        host.reload();
    }

    private MemberSelection selected() {
        return selection.of(host.query());
    }

    private long size() {
        return selection.size(host.found());
    }

    private String text(String key) {
        return getTranslation(key);
    }
}
