package dev.muster.hub.ui;

/**
 * A field of a plain HTML form.
 *
 * @param attributes more attributes of the input, as HTML
 * @param error what is wrong with what was entered, or an empty text
 */
record Field(String name, String label, String value, String attributes, String error) {

    /** Returns the field as HTML; its label, value and error are escaped. */
    String html() {
        String described = error.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"" + name + "-error\"";
        String message = error.isEmpty()
                ? ""
                : "<p class=\"door-error\" id=\"%s-error\">%s</p>".formatted(name, DoorHtml.escape(error));
        return """
                <div class="door-field"><label for="%1$s">%2$s</label>
                <input id="%1$s" name="%1$s" value="%3$s" %4$s%5$s>
                %6$s</div>
                """.formatted(name, DoorHtml.escape(label), DoorHtml.escape(value), attributes, described, message);
    }
}
