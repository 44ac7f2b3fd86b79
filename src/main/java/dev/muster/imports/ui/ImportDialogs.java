package dev.muster.imports.ui;

import com.vaadin.flow.component.UI;
import dev.muster.common.ui.Toasts;
import dev.muster.imports.FileInspection;
import dev.muster.imports.FormatChoice;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.ImportFileId;
import dev.muster.imports.ImportSettings;
import dev.muster.imports.ImportTemplate;
import dev.muster.members.FieldDefinition;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.StandardField;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Opens the import dialog and does what it asks for. */
@Component
class ImportDialogs implements ImportDialogActions {

    private final ImportDesk imports;
    private final ImportTemplate template;
    private final GroupDesk groups;
    private final ProfileFieldDesk fields;
    private final LiveImports live;
    private final Clock clock;

    ImportDialogs(
            ImportDesk imports,
            ImportTemplate template,
            GroupDesk groups,
            ProfileFieldDesk fields,
            LiveImports live,
            Clock clock) {
        this.imports = imports;
        this.template = template;
        this.groups = groups;
        this.fields = fields;
        this.live = live;
        this.clock = clock;
    }

    /** Opens the dialog on the current page. */
    void open() {
        new ImportDialog(this, clock).open();
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
    public List<String> fields() {
        return Stream.concat(
                        Arrays.stream(StandardField.values()).map(StandardField::header),
                        fields.definitions().stream().map(FieldDefinition::name))
                .toList();
    }

    @Override
    public void start(ImportFileId file, ImportWish wish) {
        List<GroupId> created = wish.newGroups().stream()
                .map(groups::create)
                .map(GroupSummary::id)
                .toList();
        List<GroupId> all = Stream.concat(wish.groups().stream(), created.stream())
                .distinct()
                .toList();
        imports.start(file, new ImportSettings(wish.kind(), wish.invite(), all));
        UI ui = UI.getCurrent();
        Toasts.done(ui.getTranslation("imports.dialog.started"));
        live.reconcile(imports.active());
        ImportChip.focusIn(ui);
    }

    @Override
    public void writeTemplate(OutputStream out) {
        template.write(out);
    }
}
