package dev.muster.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.signals.Signal;
import dev.muster.common.ui.Times;
import dev.muster.common.ui.Toasts;
import dev.muster.imports.ChosenColumn;
import dev.muster.imports.FileInspection;
import dev.muster.imports.FileProblem;
import dev.muster.imports.FormatChoice;
import dev.muster.imports.ImportColumns;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportFileId;
import dev.muster.imports.ImportId;
import dev.muster.imports.ImportSnapshot;
import dev.muster.imports.ImportTemplate;
import dev.muster.imports.ProposedColumn;
import dev.muster.imports.Repair;
import dev.muster.members.FieldDefinition;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.security.CurrentUser;
import dev.muster.security.Role;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the import dialog and does what it asks for. */
@Component
class ImportDialogs implements ImportDialogActions {

    private final ImportDesk imports;
    private final ImportColumns columns;
    private final ImportTemplate template;
    private final GroupDesk groups;
    private final ProfileFieldDesk fields;
    private final LiveImports live;
    private final FoundByChecks found;
    private final CurrentUser user;
    private final Times times;
    private final Clock clock;

    ImportDialogs(
            ImportDesk imports,
            ImportColumns columns,
            ImportTemplate template,
            GroupDesk groups,
            ProfileFieldDesk fields,
            LiveImports live,
            FoundByChecks found,
            CurrentUser user,
            Times times,
            Clock clock) {
        this.imports = imports;
        this.columns = columns;
        this.template = template;
        this.groups = groups;
        this.fields = fields;
        this.live = live;
        this.found = found;
        this.user = user;
        this.times = times;
        this.clock = clock;
    }

    /** Opens the dialog on the current page. */
    void open() {
        new ImportDialog(this, times, clock).open();
    }

    /** Opens the dialog with what was chosen for an earlier import. */
    void openAgain(ImportId earlier) {
        var dialog = new ImportDialog(this, times, clock);
        dialog.startFrom(imports.settings(earlier));
        dialog.open();
    }

    /** Returns a link that downloads the file to start from. */
    com.vaadin.flow.component.Component templateLink() {
        return new CsvLink(
                UI.getCurrent().getTranslation("imports.dialog.template"),
                () -> "advocates-template.csv",
                this::writeTemplate);
    }

    @Override
    public ImportFileId store(String fileName, InputStream content) {
        return imports.store(fileName, content);
    }

    @Override
    public FileInspection inspect(ImportFileId file, FormatChoice choice) {
        return imports.inspect(file, choice);
    }

    @Override
    public void discard(ImportFileId file) {
        imports.discard(file);
    }

    @Override
    public List<GroupSummary> groups() {
        return groups.summaries();
    }

    @Override
    public List<FieldDefinition> fields() {
        return fields.definitions();
    }

    @Override
    public boolean mayCreateFields() {
        return user.get().role() == Role.ADMINISTRATOR;
    }

    @Override
    public List<ProposedColumn> propose(FileInspection.Usable file, List<ChosenColumn> before) {
        return columns.propose(file, before);
    }

    @Override
    public Optional<FileProblem> problem(List<ChosenColumn> chosen) {
        return columns.problem(chosen);
    }

    @Override
    public Set<Repair> lastRepairs() {
        return columns.lastRepairs();
    }

    @Override
    public ImportSnapshot check(ImportFileId file, ImportWish wish) {
        return imports.find(imports.check(file, wish.settings(wish.groups()), wish.newGroups()))
                .orElseThrow();
    }

    @Override
    public void forget(ImportId check) {
        imports.forget(check);
    }

    @Override
    public Signal<ImportBoard> checks() {
        return live.checks();
    }

    @Override
    public CheckSource found() {
        return found;
    }

    @Override
    public Optional<ImportSnapshot> lastOfSameFile(ImportFileId file) {
        return imports.lastOfSameFile(file);
    }

    @Override
    public Optional<ImportSnapshot> start(
            ImportFileId file, ImportWish wish, @Nullable ImportId check, @Nullable ImportId known) {
        Optional<ImportSnapshot> between =
                imports.lastOfSameFile(file).filter(one -> !one.id().equals(known));
        if (between.isPresent()) {
            return between; // before its new groups are created
        }
        List<GroupId> created = wish.newGroups().stream()
                .map(groups::create)
                .map(GroupSummary::id)
                .toList();
        List<GroupId> all = Stream.concat(wish.groups().stream(), created.stream())
                .distinct()
                .toList();
        between = imports.startUnlessImported(file, wish.settings(all), check, known);
        if (between.isPresent()) {
            return between;
        }
        UI ui = UI.getCurrent();
        Toasts.done(ui.getTranslation("imports.dialog.started"));
        live.reconcile(imports.active());
        ImportChip.focusIn(ui);
        return Optional.empty();
    }

    @Override
    public void writeTemplate(OutputStream out) {
        template.write(out);
    }
}
