package dev.muster.members.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldType;
import java.util.function.ToLongFunction;

/** The cells of the list of profile fields that are more than a text. */
final class FieldCells {

    private static final int CHOICES_IN_A_ROW = 3;

    private final ToLongFunction<FieldDefinition> holders;

    /**
     * Creates cells for one page.
     *
     * @param holders tells how many members hold a value of a field
     */
    FieldCells(ToLongFunction<FieldDefinition> holders) {
        this.holders = holders;
    }

    static String type(FieldDefinition field) {
        return text("members.fields.type." + field.type());
    }

    /**
     * On a phone the name is the only column, and says under it what the others would. The link is not dragged by itself:
     * that moves the row.
     */
    Renderer<FieldDefinition> name() {
        return LitRenderer.<FieldDefinition>of("""
                        <div class="two-lines">
                            <a class="plain cut" router-link draggable="false" href="profile-fields/${item.id}">${item.name}</a>
                            <span class="only-narrow muted small cut">${item.summary}</span>
                        </div>""")
                .withProperty("id", field -> field.id().value())
                .withProperty("name", FieldDefinition::name)
                .withProperty(
                        "summary", field -> text("members.fields.summary", type(field), holders.applyAsLong(field)));
    }

    Renderer<FieldDefinition> choices() {
        return LitRenderer.<FieldDefinition>of("""
                        <div class="tags">
                            ${item.choices.map(choice => html`<span class="tag" title=${choice}>${choice}</span>`)}
                            <span class="muted">${item.more}</span>
                        </div>""")
                .withProperty(
                        "choices",
                        field ->
                                field.choices().stream().limit(CHOICES_IN_A_ROW).toList())
                .withProperty("more", FieldCells::moreChoices);
    }

    private static String moreChoices(FieldDefinition field) {
        int more = field.choices().size() - CHOICES_IN_A_ROW;
        if (more > 0) {
            return text("members.fields.more-choices", more);
        }
        return field.type() != FieldType.TEXT && field.choices().isEmpty()
                ? text("members.fields.choices-by-import")
                : "";
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
