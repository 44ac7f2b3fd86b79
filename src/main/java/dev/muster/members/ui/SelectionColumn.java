package dev.muster.members.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.muster.members.MemberRow;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The boxes in front of the rows. They are put together in the browser, which escapes whatever they hold. */
final class SelectionColumn {

    private SelectionColumn() {}

    /** Takes a click on the box of a row. */
    interface Listener {

        /**
         * Selects the row, or not any more.
         *
         * @param index the row's place in the list
         * @param range whether it is the other end of a range, since Shift was held
         */
        void toggled(MemberRow row, int index, boolean range);
    }

    /**
     * Creates the boxes.
     *
     * @param label gives what a box is called, with {@code {0}} for the name
     */
    static Renderer<MemberRow> create(UnaryOperator<String> label, Predicate<MemberRow> isSelected, Listener listener) {
        return LitRenderer.<MemberRow>of("""
                        <label class="select-row"><input type="checkbox" aria-label="${item.label}"
                        .checked="${item.selected}"
                        @click="${(e) => toggle(e.shiftKey, index)}"></label>""")
                .withProperty("label", row -> label.apply(row.name()))
                .withProperty("selected", isSelected::test)
                .withFunction(
                        "toggle",
                        (row, arguments) -> listener.toggled(
                                row, arguments.get(1).asInt(), arguments.get(0).asBoolean()));
    }
}
