package dev.muster.api;

import dev.muster.api.ImportAnswer.As;
import dev.muster.common.Catalogue;
import dev.muster.common.Json;
import dev.muster.common.WhiteSpace;
import dev.muster.imports.FieldPolicies.Policy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * What a client wants done with a file, as the texts beside it say; names of groups, columns and fields are not looked
 * up yet.
 *
 * @param mapping the names of columns and of the fields they go to; null to leave a column out
 * @param isCheck whether nothing is to be written
 */
record ImportOrder(
        As as,
        boolean invite,
        List<String> groups,
        Map<String, @Nullable String> mapping,
        Map<String, Policy> policies,
        boolean isCheck) {

    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("as", "invite", "groups", "mapping", "policies", "check"));
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    /** Reads {@code fields}; notes in {@code findings} what is wrong with them, and goes on as if it were not there. */
    static ImportOrder read(Map<String, String> fields, Catalogue texts, Findings findings) {
        return new Reader(fields, texts, findings).read();
    }

    /** Reads the fields one by one. */
    private record Reader(Map<String, String> fields, Catalogue texts, Findings findings) {

        ImportOrder read() {
            fields.keySet().stream()
                    .filter(name -> !NAMES.contains(name))
                    .forEach(name -> findings.wrong(
                            "body", texts.text("api.expected.members", "file, " + String.join(", ", NAMES)), name));
            As as = as();
            boolean invite = flag("invite");
            if (invite && as == As.NOMINEES) {
                findings.add("invite", texts.text("api.problem.nominees-invited"));
            }
            return new ImportOrder(as, invite, groups(), mapping(), policies(), flag("check"));
        }

        private As as() {
            String found = fields.get("as");
            return found == null
                    ? As.ADVOCATES
                    : Choices.named(As.values(), found).orElseGet(() -> {
                        findings.wrong("as", Choices.oneOf(texts, List.of(As.values())), found);
                        return As.ADVOCATES;
                    });
        }

        private boolean flag(String name) {
            String found = fields.getOrDefault(name, "false").strip();
            if (!Set.of("true", "false").contains(found)) {
                findings.wrong(name, texts.text("api.expected.flag"), found);
            }
            return found.equals("true");
        }

        private List<String> groups() {
            return Arrays.stream(fields.getOrDefault("groups", "").split(","))
                    .map(WhiteSpace::clean)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }

        private Map<String, @Nullable String> mapping() {
            var mapping = new LinkedHashMap<String, @Nullable String>();
            object("mapping").forEach((header, field) -> {
                if (field == null || field instanceof String) {
                    mapping.put(header, (String) field);
                } else {
                    findings.wrong("mapping." + header, texts.text("api.expected.field-or-null"), field);
                }
            });
            return mapping;
        }

        private Map<String, Policy> policies() {
            var policies = new LinkedHashMap<String, Policy>();
            object("policies")
                    .forEach((field, policy) -> Stream.ofNullable(policy)
                            .flatMap(found -> Choices.named(Policy.values(), found.toString()).stream())
                            .findFirst()
                            .ifPresentOrElse(
                                    found -> policies.put(field, found),
                                    () -> findings.wrong(
                                            "policies." + field,
                                            Choices.oneOf(texts, List.of(Policy.values())),
                                            policy)));
            return policies;
        }

        private Map<String, @Nullable Object> object(String name) {
            String json = fields.getOrDefault(name, "");
            if (WhiteSpace.isBlank(json)) {
                return Map.of();
            }
            try {
                return Json.read(json, OBJECT);
            } catch (JacksonException e) {
                findings.wrong(name, texts.text("api.expected.object"), json);
                return Map.of();
            }
        }
    }
}
