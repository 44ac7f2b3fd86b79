package dev.muster.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.Times;
import dev.muster.imports.ChosenColumn;
import dev.muster.imports.FileInspection;
import dev.muster.imports.FileProblem;
import dev.muster.imports.FormatChoice;
import dev.muster.imports.ImportFileId;
import dev.muster.imports.ImportSettings;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportState;
import dev.muster.imports.RowOptions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Import Advocates (CSV)}: a file, how to import it, {@code Import}. */
final class ImportDialog extends Dialog {

    private static final long serialVersionUID = 1;

    private final transient ImportDialogActions actions;
    private final transient FileIntake intake;
    private final StepRail rail = new StepRail();
    private final FileDrop drop;
    private final FileArea fileArea;
    private final SameFileNote same;
    private final PreviewTable preview = new PreviewTable();
    private final SettingsForm settings;
    private final ColumnsStep columns;
    private final StepTab fileTab = new StepTab("imports.dialog.step.file");
    private final StepTab columnsTab = new StepTab("imports.dialog.step.columns");
    private final StepTab membersTab = new StepTab("imports.dialog.step.members");
    private final MembersStep members;
    private final RepairChoice repairs;
    private final transient SelfCheck check;
    private transient List<ChosenColumn> earlierColumns = List.of();
    private final ImportFooter footer;
    private final transient HeldFile file;
    private final transient ImportStart starting;

    ImportDialog(ImportDialogActions actions, Times times, Clock clock) {
        this.actions = actions;
        file = new HeldFile(actions);
        intake = new FileIntake(actions, clock, this::show);
        drop = new FileDrop(rail, intake);
        same = new SameFileNote(times, this::close);
        fileArea = new FileArea(drop.upload(), this::cancelUpload, drop::retry, this::readAgain);
        settings = new SettingsForm(actions.groups(), this::settle);
        columns = new ColumnsStep(new FieldNames(actions.fields()), actions.mayCreateFields(), this::settle);
        members = new MembersStep(actions.fields(), this::settle);
        repairs = new RepairChoice(actions.lastRepairs(), this::settle);
        check = new SelfCheck(actions, repairs, this::show);
        var buttons = new ImportFooter.Actions(this::start, this::decide, rail::move);
        footer = new ImportFooter(this, template(), buttons);
        starting = new ImportStart(
                actions,
                file,
                check,
                footer,
                new ImportStart.Dialog(
                        this::wish, same::shown, this::showBetween, () -> rail.select(check.tab()), this::close));

        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                leave();
            }
        });
        addDetachListener(_ -> leave());

        layOut();
        show(new UploadState.None());
    }

    /** Chooses what was chosen for an earlier import. */
    void startFrom(ImportSettings earlier) {
        earlierColumns = earlier.rows().columns();
        settings.show(earlier);
        members.show(earlier.rows());
        repairs.want(earlier.rows().repairs());
        settle();
    }

    private void layOut() {
        setHeaderTitle(getTranslation("imports.dialog.title"));
        setWidth("960px");
        setHeight("640px");
        addClassName("imp-dialog");
        getHeader().add(new CloseButton(this));

        var place = new Div(fileArea, same, preview);
        place.addClassName("imp-file-place");
        rail.whenWaysChange(() -> footer.showMoves(rail.canMove(-1), rail.canMove(1)));
        rail.add(fileTab, new Div(place, settings));
        rail.add(columnsTab, columns);
        rail.add(membersTab, members);
        rail.add(check.tab(), check.body());
        add(drop);
    }

    private void start() {
        starting.unlessMostIsRejected();
    }

    private Component template() {
        var link = new CsvLink(
                getTranslation("imports.dialog.template"), () -> "advocates-template.csv", actions::writeTemplate);
        link.addClassName("imp-template");
        return link;
    }

    private void show(UploadState state) {
        file.discard();
        fileArea.show(state);
        switch (state) {
            case UploadState.Usable(FileInspection.Usable usable) -> showUsable(usable);
            case UploadState.Uploading uploading -> showUnsettled(uploading.fileName());
            case UploadState.Reading(String name) -> showUnsettled(name);
            case UploadState.Unusable(String name, FileProblem _, FileInspection.Reading reading) -> {
                file.holdUnreadable(reading == null ? null : reading.file());
                showUnusable(name);
            }
            case UploadState.Stopped stopped -> showUnusable(stopped.fileName());
            case UploadState.None() -> showUnusable(getTranslation("imports.dialog.step.waiting"));
        }
    }

    private void showUsable(FileInspection.Usable usable) {
        file.hold(usable.file());
        starting.forgetAnswer();
        preview.show(usable);
        columns.show(usable, actions.propose(usable, earlierColumns));
        fileTab.show(usable.fileName(), true);
        showSame(actions.lastOfSameFile(usable.file()).orElse(null));
        rail.open(columnsTab, true);
        footer.say(ImportWords.rows(usable.rows()));
        settle();
        boolean isOpen =
                columns.isWorthALook() || actions.problem(columns.value()).isPresent();
        if (isOpen && same.shown().isEmpty()) {
            decide();
        }
        drop.release();
    }

    /** Shows the columns, with the focus where the first decision is: what had it is out of sight, or is not needed. */
    private void decide() {
        rail.select(columnsTab);
        columns.focusFirstToDecide();
    }

    private void showSame(@Nullable ImportSnapshot earlier) {
        same.show(earlier);
        footer.nameStart(earlier == null ? "imports.dialog.start" : "imports.dialog.same.start");
    }

    private void showBetween(ImportSnapshot between) {
        showSame(between);
        rail.select(fileTab);
    }

    /** Reads the file in another way; it is the same file, so it stays. */
    private void readAgain(ImportFileId same, FormatChoice choice) {
        file.handOver();
        show(UploadState.of(actions.inspect(same, choice)));
    }

    /** Looks whether everything is decided that has to be. */
    private void settle() {
        membersTab.show(members.summary(), true);
        Optional<ImportFileId> settled = file.usable();
        if (settled.isEmpty()) {
            return;
        }
        Optional<FileProblem> problem = actions.problem(columns.value());
        columns.showProblem(problem);
        if (problem.isPresent()) {
            columnsTab.showOpen(columns.summary());
        } else {
            columnsTab.show(columns.summary(), true);
        }
        footer.decideFirst(
                columns.open() > 0
                        ? getTranslation("imports.dialog.columns.decide-first", columns.open())
                        : problem.map(FileProblem::message).orElse(""));
        footer.showReady(problem.isEmpty());
        if (problem.isEmpty()) {
            check.soon(settled.get(), this::wish);
        } else {
            check.waitFor(getTranslation("imports.check.waiting"));
        }
    }

    private void show(ImportSnapshot one) {
        if (one.state() == ImportState.CHECKED) {
            footer.say(FoundCounts.of(OutcomeCounts.of(one)));
            settings.showFound(one);
        } else {
            footer.say(check.summary(one));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Signal.effect(this, () -> check.follow(actions.checks().get()));
    }

    private void showUnusable(String text) {
        showUnsettled(text);
        drop.release();
    }

    private void showUnsettled(String text) {
        preview.clear();
        showSame(null);
        rail.select(fileTab);
        fileTab.show(text, false);
        columnsTab.show(getTranslation("imports.dialog.step.waiting"), false);
        rail.open(columnsTab, false);
        membersTab.show(members.summary(), true);
        check.waitForFile(getTranslation("imports.dialog.step.waiting"));
        footer.showNothing();
    }

    private ImportWish wish() {
        return settings.value()
                .withRows(new RowOptions(columns.value(), members.policies(), members.clearToken(), repairs.value()));
    }

    private void cancelUpload() {
        intake.cancel();
        drop.abort();
        show(new UploadState.None());
    }

    private void leave() {
        check.hold();
        intake.cancel();
        file.discard();
    }
}
