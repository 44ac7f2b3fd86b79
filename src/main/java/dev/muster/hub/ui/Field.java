package dev.muster.hub.ui;

/**
 * A field of a plain HTML form.
 *
 * @param attributes more attributes of the input, as HTML
 * @param after HTML that stands behind the input, such as a button in it
 * @param hint what helps to fill it in, or an empty text
 * @param error what is wrong with what was entered, or an empty text
 */
record Field(String name, String label, String value, String attributes, String after, String hint, String error) {

    Field(String name, String label, String value, String attributes, String error) {
        this(name, label, value, attributes, "", "", error);
    }

    /** Returns the field as HTML; its label, value and error are escaped. */
    String html() {
        String described = error.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"" + name + "-error\"";
        if (error.isEmpty() && !hint.isEmpty()) {
            described = " aria-describedby=\"" + name + "-hint\"";
        }
        String message = error.isEmpty() ? line("hint", hint) : line("error", error);
        return """
                <div class="door-field"><label for="%1$s">%2$s</label>
                <div class="door-input"><input id="%1$s" name="%1$s" value="%3$s" %4$s%5$s>%6$s</div>
                %7$s</div>
                """.formatted(
                        name, DoorHtml.escape(label), DoorHtml.escape(value), attributes, described, after, message);
    }

    private String line(String kind, String words) {
        return words.isEmpty()
                ? ""
                : "<p class=\"door-%1$s\" id=\"%2$s-%1$s\">%3$s</p>".formatted(kind, name, DoorHtml.escape(words));
    }
}
