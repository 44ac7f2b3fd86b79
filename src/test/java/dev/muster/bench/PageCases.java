package dev.muster.bench;

import dev.muster.invitations.ContactDesk;
import dev.muster.invitations.ContactQuery;
import dev.muster.members.FieldId;
import dev.muster.members.GroupId;
import dev.muster.members.MemberDirectory;
import dev.muster.members.MemberFilter;
import dev.muster.members.MemberQuery;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSort;
import dev.muster.members.MemberSource;
import dev.muster.members.PageBoundaries;
import dev.muster.members.SegmentCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Everything that a person can ask the lists of members for; each question differs a little from the one before. */
final class PageCases {

    private static final int PAGE = 50;

    private PageCases() {}

    /** Asks {@code hub} one question, and reads the answer. */
    interface Question {
        void ask(PagesHub hub, Random random);
    }

    record PageCase(String name, Question question) {}

    static List<PageCase> all() {
        var cases = new ArrayList<PageCase>();
        cases.add(new PageCase(
                "Advocates: counts", (hub, _) -> hub.bean(MemberDirectory.class).counts(MemberQuery.DEFAULT)));
        for (MemberSort sort : MemberSort.values()) {
            cases.add(list(
                    "sorted by " + sort,
                    random -> MemberQuery.DEFAULT.withSegment(segment(random)).sortedBy(sort, random.nextBoolean())));
            cases.add(deep(
                    "sorted by " + sort,
                    random -> MemberQuery.DEFAULT.withSegment(segment(random)).sortedBy(sort, random.nextBoolean())));
        }
        filters(cases);
        searches(cases);
        invitations(cases);
        return cases;
    }

    private static void filters(List<PageCase> cases) {
        addFilter(
                cases,
                "group of 1 in 200",
                random -> MemberFilter.NONE.withGroups(
                        Set.of(new GroupId(MemberFill.FIRST_GROUP + 1 + random.nextInt(MemberFill.GROUPS - 2)))));
        addFilter(
                cases,
                "group of 1 in 10",
                _ -> MemberFilter.NONE.withGroups(Set.of(new GroupId(MemberFill.FIRST_GROUP))));
        addFilter(cases, "rare source", _ -> MemberFilter.NONE.withSources(Set.of(MemberSource.ADMIN_ADDED)));
        addFilter(
                cases, "source", _ -> MemberFilter.NONE.withSources(Set.of(MemberSource.API, MemberSource.GROUP_URL)));
        addFilter(cases, "import", random -> MemberFilter.NONE.withImport(1001L + random.nextInt(MemberFill.IMPORTS)));
        for (MemberFilter.InvitedWhen when : MemberFilter.InvitedWhen.values()) {
            addFilter(cases, "invited " + when, _ -> MemberFilter.NONE.withInvited(when));
        }
        addFilter(cases, "archived", _ -> MemberFilter.NONE.withHidden(Set.of(MemberFilter.Hidden.ARCHIVED)));
        addFilter(cases, "locked", _ -> MemberFilter.NONE.withHidden(Set.of(MemberFilter.Hidden.LOCKED)));
        addFilter(
                cases,
                "value of 1 in 500",
                random -> MemberFilter.NONE.withValues(new FieldId(1), Set.of("Level " + random.nextInt(500))));
        addFilter(
                cases,
                "value of 1 in 20",
                random -> MemberFilter.NONE.withValues(new FieldId(2), Set.of("Industry " + random.nextInt(20))));
        addFilter(
                cases,
                "value of 1 in 20,000",
                _ -> MemberFilter.NONE.withValues(new FieldId(MemberFill.FIRST_OWN_FIELD), Set.of(MemberFill.RARE)));
        addFilter(
                cases,
                "value, group and source",
                random -> MemberFilter.NONE
                        .withValues(new FieldId(3), Set.of("Atlas"))
                        .withGroups(
                                Set.of(new GroupId(MemberFill.FIRST_GROUP + 1 + random.nextInt(MemberFill.GROUPS - 2))))
                        .withSources(Set.of(MemberSource.CSV_IMPORT)));
    }

    private static void addFilter(List<PageCase> cases, String name, Function<Random, MemberFilter> filter) {
        cases.add(list(
                "filter " + name,
                random -> MemberQuery.DEFAULT.withSegment(MemberSegment.ALL).withFilter(filter.apply(random))));
    }

    private static void searches(List<PageCase> cases) {
        addSearch(cases, "first name", random -> one(random, "ann", "mei", "zoë", "chidi", "béatrice"));
        addSearch(
                cases,
                "last name",
                random -> one(random, "lindaqvist", "whitectfield", "okonumbkwo", "satoski", "haldissström"));
        addSearch(cases, "part of a last name", random -> one(random, "daqvi", "ectfiel", "numbkw", "tosk", "dissstr"));
        addSearch(
                cases,
                "both names",
                random -> one(random, "ann linda", "mei satoski", "grace halden", "pedro whit", "nia okon"));
        addSearch(
                cases,
                "company",
                random -> one(random, "lindqvist works", "okonton rail", "fournwood labs", "haksen foods"));
        addSearch(cases, "address", random -> "." + (1 + random.nextInt(10_000)) + "@");
        addSearch(cases, "domain", random -> one(random, "lindqvist.example", "okonton.example", "satdal.example"));
        addSearch(cases, "two letters", random -> one(random, "li", "an", "ow"));
        addSearch(cases, "nobody", random -> "xyzzy" + random.nextInt(1000));
    }

    private static void addSearch(List<PageCase> cases, String name, Function<Random, String> words) {
        cases.add(list(
                "search " + name,
                random -> MemberQuery.DEFAULT.withSegment(MemberSegment.ALL).withSearch(words.apply(random))));
    }

    private static void invitations(List<PageCase> cases) {
        for (ContactQuery.Sort sort : ContactQuery.Sort.values()) {
            cases.add(new PageCase(
                    "Invite List: sorted by " + sort,
                    (hub, random) -> contacts(hub, ContactQuery.DEFAULT.sortedBy(sort, random.nextBoolean()), 0)));
        }
        cases.add(new PageCase("Invite List: any place", (hub, random) -> {
            var desk = hub.bean(ContactDesk.class);
            long found = desk.count(ContactQuery.DEFAULT);
            desk.page(ContactQuery.DEFAULT, (int) random.nextLong(Math.max(1, found - PAGE)), PAGE);
        }));
        for (ContactQuery.Invited invited : ContactQuery.Invited.values()) {
            cases.add(new PageCase(
                    "Invite List: invited " + invited,
                    (hub, _) -> contacts(hub, ContactQuery.DEFAULT.with(invited), 0)));
        }
        cases.add(new PageCase(
                "Invite List: archived",
                (hub, _) -> contacts(hub, ContactQuery.DEFAULT.with(ContactQuery.Standing.ARCHIVED), 0)));
        cases.add(new PageCase(
                "Invite List: search last name",
                (hub, random) -> contacts(
                        hub,
                        ContactQuery.DEFAULT.withSearch(
                                one(random, "lindaqvist", "whitectfield", "okonumbkwo", "satoski")),
                        0)));
        cases.add(new PageCase(
                "Invite List: search nobody",
                (hub, random) -> contacts(hub, ContactQuery.DEFAULT.withSearch("xyzzy" + random.nextInt(1000)), 0)));
    }

    private static void contacts(PagesHub hub, ContactQuery query, int offset) {
        var desk = hub.bean(ContactDesk.class);
        desk.count(query);
        desk.page(query, offset, PAGE);
    }

    /** A list as it opens: what it counts and its first page. */
    private static PageCase list(String name, Function<Random, MemberQuery> queries) {
        return new PageCase("Advocates: " + name, (hub, random) -> {
            MemberQuery query = queries.apply(random);
            var directory = hub.bean(MemberDirectory.class);
            directory.page(query, new PageBoundaries(query.segment(), directory.counts(query)), 0, PAGE);
        });
    }

    /** A list that has just opened, scrolled to any place. */
    private static PageCase deep(String name, Function<Random, MemberQuery> queries) {
        return new PageCase("Advocates: any place, " + name, (hub, random) -> {
            MemberQuery query = queries.apply(random);
            var directory = hub.bean(MemberDirectory.class);
            SegmentCounts found = directory.counts(query);
            int places = (int) Math.max(1, found.of(query.segment()) - PAGE);
            directory.page(query, new PageBoundaries(query.segment(), found), random.nextInt(places), PAGE);
        });
    }

    private static MemberSegment segment(Random random) {
        List<MemberSegment> all = List.of(MemberSegment.values());
        return all.get(random.nextInt(all.size()));
    }

    private static String one(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
