package dev.muster.members;

import com.ibm.icu.text.Transliterator;
import dev.muster.common.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Invents the members of a demonstration: the same ones every time, from what {@code demo/people.json} offers. */
final class DemoPeople {

    /** A group across the regions. */
    static final String BETA = "Beta";

    /** Where people came from; not from an import, since there is none that they could link to. */
    private static final List<MemberSource> SOURCES = List.of(
            MemberSource.ADMIN_ADDED,
            MemberSource.OPEN_SIGNUP,
            MemberSource.GROUP_URL,
            MemberSource.SALESFORCE,
            MemberSource.ADVOCATE_ANYWHERE,
            MemberSource.API);

    private final Random random = new Random(2026);
    private final Transliterator toAscii = Transliterator.getInstance("Latin-ASCII");
    private final Source source;

    DemoPeople() {
        try (InputStream file = DemoPeople.class.getResourceAsStream("/demo/people.json")) {
            if (file == null) {
                throw new IllegalStateException("demo/people.json is missing from the application.");
            }
            source = Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), Source.class);
        } catch (IOException e) {
            throw new UncheckedIOException("demo/people.json cannot be read.", e);
        }
    }

    private record Source(List<String> titles, List<String> positions, List<FieldDraft> fields, List<Region> regions) {}

    private record Region(String group, int people, List<String> given, List<String> family, List<String> companies) {}

    /** Returns the groups that the members are in. */
    List<String> groups() {
        return Stream.concat(source.regions().stream().map(Region::group), Stream.of(BETA))
                .distinct()
                .toList();
    }

    /** Returns the select fields that the members hold values of, beside Position and Industry. */
    List<FieldDraft> fields() {
        return source.fields();
    }

    /** Returns all members, no two of one name. */
    List<DemoMember> members() {
        List<DemoMember> members = new ArrayList<>();
        for (Region region : source.regions()) {
            List<String> names = new ArrayList<>();
            region.given().forEach(given -> region.family().forEach(family -> names.add(given + " " + family)));
            Collections.shuffle(names, random);
            names.stream()
                    .limit(region.people())
                    .map(name -> member(name, region))
                    .forEach(members::add);
        }
        return members;
    }

    private DemoMember member(String name, Region region) {
        String[] company = oneOf(region.companies()).split("\\|", 2);
        return new DemoMember(
                name,
                ascii(name).replace(' ', '.') + "@" + ascii(company[0]).replaceAll("[ &]+", "-") + ".example",
                oneOf(source.titles()),
                company[0],
                random.nextInt(5) == 0 ? List.of(region.group(), BETA) : List.of(region.group()),
                values(company[1]),
                life());
    }

    private Map<String, List<String>> values(String industry) {
        Map<String, List<String>> values = new TreeMap<>();
        values.put("Position", List.of(oneOf(source.positions())));
        values.put("Industry", List.of(industry));
        for (FieldDraft field : source.fields()) {
            values.put(
                    field.name(),
                    field.type() == FieldType.MULTI_SELECT
                            ? field.choices().stream()
                                    .filter(_ -> random.nextInt(3) == 0)
                                    .toList()
                            : List.of(oneOf(field.choices())));
        }
        return values;
    }

    private DemoMember.Life life() {
        Duration created = ago(20 + random.nextInt(400));
        Duration invited = created.minus(ago(random.nextInt(6)));
        Duration joined = invited.minus(ago(random.nextInt(13)));
        MemberSource source = oneOf(SOURCES);
        boolean cameAlone = source == MemberSource.OPEN_SIGNUP || source == MemberSource.GROUP_URL;
        int lot = random.nextInt(100);
        if (cameAlone || lot < 45) {
            return new DemoMember.Life(MemberKind.ADVOCATE, source, created, cameAlone ? null : invited, joined, null);
        }
        if (lot < 75) {
            return new DemoMember.Life(MemberKind.ADVOCATE, source, created, invited, null, lot > 72 ? joined : null);
        }
        return new DemoMember.Life(
                lot < 88 ? MemberKind.ADVOCATE : MemberKind.NOMINEE, source, created, null, null, null);
    }

    private Duration ago(int days) {
        return Duration.ofDays(days).plusMinutes(random.nextInt(8 * 60));
    }

    private String ascii(String text) {
        return toAscii.transliterate(text).replaceAll("[^A-Za-z& -]", "").toLowerCase(Locale.ROOT);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
