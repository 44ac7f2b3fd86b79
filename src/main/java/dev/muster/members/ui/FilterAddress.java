package dev.muster.members.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.muster.members.FieldId;
import dev.muster.members.GroupId;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberFilter.Hidden;
import dev.muster.members.MemberFilter.InvitedWhen;
import dev.muster.members.MemberSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the address of the Advocates page says what its list is narrowed to. */
final class FilterAddress {

    private static final String GROUP = "group";
    private static final String SOURCE = "source";
    private static final String IMPORT = "import";
    private static final String INVITED = "invited";
    private static final String FIELD = "field-";
    private static final String YES = "yes";

    private FilterAddress() {}

    /** Reads an address; whatever it says that is not understood counts as not said. */
    static MemberFilter read(QueryParameters parameters) {
        Set<GroupId> groups = parameters.getParameters(GROUP).stream()
                .flatMap(text -> number(text).stream())
                .map(GroupId::new)
                .collect(Collectors.toSet());
        Set<MemberSource> sources = parameters.getParameters(SOURCE).stream()
                .flatMap(text -> named(MemberSource.values(), text).stream())
                .collect(Collectors.toSet());
        @Nullable
        Long importId = parameters
                .getSingleParameter(IMPORT)
                .flatMap(FilterAddress::number)
                .orElse(null);
        @Nullable
        InvitedWhen invited = parameters
                .getSingleParameter(INVITED)
                .flatMap(text -> named(InvitedWhen.values(), text))
                .orElse(null);
        var hidden = EnumSet.noneOf(Hidden.class);
        for (Hidden each : Hidden.values()) {
            if (parameters.getSingleParameter(word(each)).filter(YES::equals).isPresent()) {
                hidden.add(each);
            }
        }
        return new MemberFilter(groups, sources, importId, invited, hidden, values(parameters));
    }

    static void write(MemberFilter filter, Map<String, List<String>> parameters) {
        put(parameters, GROUP, filter.groups().stream().map(group -> Long.toString(group.value())));
        put(parameters, SOURCE, filter.sources().stream().map(FilterAddress::word));
        put(parameters, IMPORT, Stream.ofNullable(filter.importId()).map(String::valueOf));
        @Nullable InvitedWhen invited = filter.invited();
        put(parameters, INVITED, invited == null ? Stream.empty() : Stream.of(word(invited)));
        filter.hidden().stream().sorted().forEach(hidden -> parameters.put(word(hidden), List.of(YES)));
        filter.values().forEach((field, wanted) -> put(parameters, FIELD + field.value(), wanted.stream()));
    }

    /** Returns how many parts of a filter are set. */
    static int count(MemberFilter filter) {
        var parameters = new LinkedHashMap<String, List<String>>();
        write(filter, parameters);
        return parameters.size();
    }

    private static Map<FieldId, Set<String>> values(QueryParameters parameters) {
        var values = new LinkedHashMap<FieldId, Set<String>>();
        parameters.getParameters().forEach((name, wanted) -> {
            if (name.startsWith(FIELD)) {
                number(name.substring(FIELD.length()))
                        .ifPresent(id -> values.put(new FieldId(id), new LinkedHashSet<>(wanted)));
            }
        });
        return values;
    }

    private static void put(Map<String, List<String>> parameters, String name, Stream<String> words) {
        Collection<String> sorted = words.sorted().toList();
        if (!sorted.isEmpty()) {
            parameters.put(name, List.copyOf(sorted));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Optional<Long> number(String text) {
        boolean isNumber = !text.isEmpty() && text.length() < 19 && text.chars().allMatch(Character::isDigit);
        return isNumber ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
