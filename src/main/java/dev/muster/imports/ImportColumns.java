package dev.muster.imports;

import dev.muster.common.Catalogue;
import dev.muster.common.HubSettings;
import dev.muster.common.Json;
import dev.muster.common.WhiteSpace;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldDraft;
import dev.muster.members.FieldId;
import dev.muster.members.FieldType;
import dev.muster.members.ProfileFieldDesk;
import dev.muster.members.SaveOutcome;
import dev.muster.members.StandardField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;

/** Where the columns of files go: proposals, what is wrong with a choice, and what was chosen the last time. */
@Service
public class ImportColumns {

    private static final String LAST_TIME = "imports.columns.";
    private static final String REPAIRS = "imports.repairs";
    private static final TypeReference<Set<Repair>> REPAIRS_STORED = new TypeReference<>() {};
    private static final TypeReference<List<StoredColumn>> STORED = new TypeReference<>() {};

    private final ProfileFieldDesk fields;
    private final HubSettings hub;
    private final Catalogue catalogue;

    ImportColumns(ProfileFieldDesk fields, HubSettings hub, Catalogue catalogue) {
        this.fields = fields;
        this.hub = hub;
        this.catalogue = catalogue;
    }

    /** Proposes where the columns of {@code file} go. Nothing of it counts until it is handed to the import. */
    @PreAuthorize("hasRole('MANAGER')")
    public List<ProposedColumn> propose(FileInspection.Usable file) {
        return propose(file, List.of());
    }

    /**
     * Proposes where the columns of {@code file} go, where the admin wants it as in an earlier import.
     *
     * @param before the columns of that import; those of other names than the file's do not count
     */
    @PreAuthorize("hasRole('MANAGER')")
    public List<ProposedColumn> propose(FileInspection.Usable file, List<ChosenColumn> before) {
        List<FieldDefinition> definitions = TemplateOrder.of(fields.definitions());
        Map<String, ColumnTarget> known = lastTime(file.columns(), definitions);
        known.putAll(targets(before, definitions));
        return new ColumnProposals(file.columns(), file.preview(), definitions, known).make();
    }

    /** Says why {@code file} cannot be imported by the names of its columns alone, as a program would; or empty. */
    @PreAuthorize("hasRole('MANAGER')")
    public Optional<FileProblem> problem(FileInspection.Usable file) {
        return problemOf(header -> header.map(file.columns()));
    }

    /** Says why a file with these columns cannot be imported, in the words of the whole-file errors; or empty. */
    @PreAuthorize("hasRole('MANAGER')")
    public Optional<FileProblem> problem(List<ChosenColumn> columns) {
        List<String> names = columns.stream().map(ChosenColumn::header).toList();
        return problemOf(header -> header.map(names, columns));
    }

    private Optional<FileProblem> problemOf(Consumer<Header> look) {
        try {
            look.accept(new Header(TemplateOrder.of(fields.definitions())));
            return Optional.empty();
        } catch (UnusableFileException e) {
            return Optional.of(e.problem(catalogue));
        }
    }

    /**
     * Returns where columns go by their names alone, as a program would have it: {@link ColumnTarget.Undecided} where a
     * name stands for no field, or is empty.
     */
    @PreAuthorize("hasRole('MANAGER')")
    public List<ChosenColumn> byName(List<String> names) {
        var header = new Header(TemplateOrder.of(fields.definitions()));
        return names.stream()
                .map(name -> new ChosenColumn(
                        name, header.named(name).map(ImportColumns::target).orElseGet(ColumnTarget.Undecided::new)))
                .toList();
    }

    private static ColumnTarget target(Column column) {
        return switch (column) {
            case Column.Standard(StandardField field) -> new ColumnTarget.Standard(field);
            case Column.Custom(FieldDefinition field) -> new ColumnTarget.Custom(field.id());
            case Column.NamePart(ColumnTarget.Part part) -> new ColumnTarget.NamePart(part);
            case Column.LeftOut _ -> new ColumnTarget.LeaveOut();
            case Column.Unnamed() -> new ColumnTarget.Undecided();
        };
    }

    /** Returns the repairs that the last import had made. */
    @PreAuthorize("hasRole('MANAGER')")
    public Set<Repair> lastRepairs() {
        return hub.find(REPAIRS)
                .map(document -> Json.read(document, REPAIRS_STORED))
                .orElse(Set.of());
    }

    /**
     * Creates the fields that the columns ask for, and keeps where they go for the next file with this header.
     *
     * @return the settings with the fields that there are now
     * @throws IllegalArgumentException where a field cannot be created, or a policy does not fit its field
     */
    ImportSettings settle(ImportSettings settings) {
        List<ChosenColumn> columns =
                settings.rows().columns().stream().map(this::withField).toList();
        requireFitting(settings.rows().policies());
        keep(settings.rows().repairs());
        if (!columns.isEmpty()) {
            hub.save(
                    key(columns.stream().map(ChosenColumn::header).toList()),
                    Json.write(columns.stream().map(StoredColumn::of).toList()));
        }
        return settings.withRows(settings.rows().withColumns(columns));
    }

    private void keep(Set<Repair> repairs) {
        if (!repairs.equals(lastRepairs())) {
            hub.save(REPAIRS, Json.write(new TreeSet<>(repairs)));
        }
    }

    private ChosenColumn withField(ChosenColumn column) {
        return column.target() instanceof ColumnTarget.NewField(String name, FieldType type)
                ? new ChosenColumn(column.header(), new ColumnTarget.Custom(create(name, type)))
                : column;
    }

    /** Unknown values of a new select field become its choices: there are no others yet. */
    private FieldId create(String name, FieldType type) {
        Optional<FieldId> there = fields.definitions().stream()
                .filter(field -> WhiteSpace.nameKey(field.name()).equals(WhiteSpace.nameKey(name)))
                .map(FieldDefinition::id)
                .findFirst();
        return there.orElseGet(() -> switch (fields.create(new FieldDraft(name, type, List.of(), false, true))) {
            case SaveOutcome.Saved<FieldId>(FieldId id) -> id;
            case SaveOutcome.Refused<FieldId> _, SaveOutcome.Outdated<FieldId> _ ->
                throw new IllegalArgumentException("The field %s cannot be created.".formatted(name));
        });
    }

    private void requireFitting(FieldPolicies policies) {
        Map<FieldId, FieldType> types =
                fields.definitions().stream().collect(Collectors.toMap(FieldDefinition::id, FieldDefinition::type));
        policies.ofCustom().forEach((field, policy) -> {
            if (policy == FieldPolicies.Policy.MERGE && types.get(field) != FieldType.MULTI_SELECT) {
                throw new IllegalArgumentException("Only a field that takes several values can be merged.");
            }
        });
    }

    private Map<String, ColumnTarget> lastTime(List<String> names, List<FieldDefinition> definitions) {
        List<ChosenColumn> chosen =
                hub.find(key(names)).map(document -> Json.read(document, STORED)).orElse(List.of()).stream()
                        .map(StoredColumn::toChosen)
                        .toList();
        return targets(chosen, definitions);
    }

    private static Map<String, ColumnTarget> targets(List<ChosenColumn> chosen, List<FieldDefinition> definitions) {
        List<FieldId> there = definitions.stream().map(FieldDefinition::id).toList();
        Map<String, ColumnTarget> targets = new LinkedHashMap<>();
        chosen.stream()
                .filter(column -> !(column.target() instanceof ColumnTarget.Undecided))
                .filter(column -> !(column.target() instanceof ColumnTarget.Custom(FieldId id)) || there.contains(id))
                .forEach(column -> targets.put(WhiteSpace.nameKey(column.header()), column.target()));
        return targets;
    }

    /** The columns that our own reports add do not make another header: the errors file is the same file. */
    private static String key(List<String> names) {
        var keys = new ArrayList<>(names.stream().map(WhiteSpace::nameKey).toList());
        keys.removeAll(List.of(
                WhiteSpace.nameKey(Header.LINE),
                WhiteSpace.nameKey(Header.RESULT),
                WhiteSpace.nameKey(Header.MESSAGES)));
        return LAST_TIME + UUID.nameUUIDFromBytes(String.join("\u001f", keys).getBytes(StandardCharsets.UTF_8));
    }
}
