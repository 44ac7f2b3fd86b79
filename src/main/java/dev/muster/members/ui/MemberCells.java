package dev.muster.members.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import dev.muster.common.ui.Initials;
import dev.muster.common.ui.State;
import dev.muster.common.ui.Times;
import dev.muster.members.MemberRow;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The cells of the lists of members. They are put together in the browser, which escapes whatever they hold. */
final class MemberCells {

    /** So many letters of names of groups fit into a cell beside each other. */
    private static final int LETTERS_OF_TWO_GROUPS = 10;

    private static final String PICTURE =
            "<span class=\"avatar avatar-${item.color}\" aria-hidden=\"true\">${item.initials}</span>";

    private final Times times;
    private final UnaryOperator<String> texts;

    /**
     * Creates cells for one page.
     *
     * @param texts gives the text of a key
     */
    MemberCells(Times times, UnaryOperator<String> texts) {
        this.times = times;
        this.texts = texts;
    }

    Renderer<MemberRow> of(MemberColumn column) {
        return switch (column) {
            case NAME -> name();
            case EMAIL -> text(MemberRow::email);
            case COMPANY -> text(MemberRow::company);
            case STATUS -> status();
            case GROUPS -> groups();
            case SOURCE -> source();
            case JOINED -> moment(row -> row.moments().joined(), "");
            case LAST_INVITED -> moment(row -> row.moments().lastInvited(), texts.apply("members.never-invited"));
            case ADDED -> moment(row -> row.moments().added(), "");
        };
    }

    /** The whole row of a phone: one link to the profile. */
    Renderer<MemberRow> person() {
        return person(LitRenderer.of("""
                <a class="person" router-link href="${item.href}">%s
                <span class="two-lines"><span class="person-name cut">${item.name}</span>
                <span class="muted small cut">${item.second}</span></span>
                <span class="st ${item.state}">${item.word}</span>
                <span class="person-go" aria-hidden="true"></span></a>""".formatted(PICTURE)))
                .withProperty("second", row -> row.company().isEmpty() ? row.email() : row.company())
                .withProperty("state", row -> state(row).styleClass())
                .withProperty("word", row -> texts.apply(state(row).key()));
    }

    private Renderer<MemberRow> name() {
        return person(LitRenderer.of("""
                <div class="who">%s
                <span class="name-and-title">
                <a router-link href="${item.href}" class="cut" title="${item.name}">${item.name}</a>
                <span class="muted cut" title="${item.title}">${item.title}</span></span></div>""".formatted(PICTURE))).withProperty("title", MemberRow::title);
    }

    private static LitRenderer<MemberRow> person(LitRenderer<MemberRow> renderer) {
        return renderer.withProperty("color", row -> Initials.of(row.name()).color())
                .withProperty("initials", row -> Initials.of(row.name()).text())
                .withProperty("href", row -> ProfileView.path(row.id()))
                .withProperty("name", MemberRow::name);
    }

    private static Renderer<MemberRow> text(ValueProvider<MemberRow, String> value) {
        return LitRenderer.<MemberRow>of("<span title=\"${item.text}\">${item.text}</span>")
                .withProperty("text", value);
    }

    private Renderer<MemberRow> status() {
        return LitRenderer.<MemberRow>of("<span class=\"st ${item.state}\">${item.word}</span>")
                .withProperty("state", row -> state(row).styleClass())
                .withProperty("word", row -> texts.apply(state(row).key()));
    }

    private static Renderer<MemberRow> groups() {
        return LitRenderer.<MemberRow>of("""
                        <div class="tags" title="${item.all}">
                        ${item.shown.map((name) => html`<span class="tag">${name}</span>`)}
                        ${item.more ? html`<span class="tag tag-more">${item.more}</span>` : ''}</div>""")
                .withProperty("shown", row -> shown(row.groups()))
                .withProperty("all", row -> String.join(", ", row.groups()))
                .withProperty("more", row -> {
                    int more = row.groups().size() - shown(row.groups()).size();
                    return more == 0 ? "" : "+" + more;
                });
    }

    private static List<String> shown(List<String> groups) {
        int fitting = String.join("", groups).length() <= LETTERS_OF_TWO_GROUPS ? 2 : 1;
        return groups.size() <= fitting ? groups : groups.subList(0, 1);
    }

    private Renderer<MemberRow> source() {
        return LitRenderer.<MemberRow>of("""
                        ${item.importId
                            ? html`<a class="quiet" router-link href="imports/${item.importId}">${item.source}</a>`
                            : html`<span class="muted">${item.source}</span>`}""")
                .withProperty("importId", row -> row.importId() == null ? "" : Long.toString(row.importId()))
                .withProperty(
                        "source",
                        row -> texts.apply("members.source." + row.source().name()));
    }

    private Renderer<MemberRow> moment(ValueProvider<MemberRow, @Nullable Instant> moment, String never) {
        return LitRenderer.<MemberRow>of("""
                        <time class="muted" datetime="${item.machine}" title="${item.exact}">${item.shown}</time>""")
                .withProperty("machine", row -> told(moment.apply(row), Instant::toString, ""))
                .withProperty("exact", row -> told(moment.apply(row), times::exact, ""))
                .withProperty("shown", row -> told(moment.apply(row), times::day, never));
    }

    private static String told(
            @Nullable Instant moment, java.util.function.Function<Instant, String> words, String never) {
        return moment == null ? never : words.apply(moment);
    }

    private static State state(MemberRow row) {
        return MemberWords.state(row.status());
    }
}
