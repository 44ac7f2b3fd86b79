package dev.muster.mail;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/**
 * The look of a mail: one column of at most 600 px. Colours stand in the tags, since many readers drop style sheets;
 * readers that have a dark mode take the sheet's dark colours or turn the light ones around. All but
 * {@link #escape} take escaped texts.
 */
final class MailLayout {

    private static final String HEAD = """
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <style>
            :root { color-scheme: light dark; }
            @media (prefers-color-scheme: dark) {
              .page { background: #14171b !important; }
              .card { background: #1e2227 !important; border-color: #343a42 !important; }
              .ink { color: #eceff2 !important; }
              .soft { color: #b6bec8 !important; }
              .line { border-color: #343a42 !important; }
            }
            </style>""";

    private MailLayout() {}

    /** Returns {@code text} so that a reader shows it as it is. */
    static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    static String page(String hubName, String body, String footer) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                %1$s
                <title>%2$s</title>
                </head>
                <body class="page" style="margin:0;padding:0;background:#f3f4f6;">
                <table role="presentation" class="page" width="100%%" cellpadding="0" cellspacing="0" \
                style="background:#f3f4f6;"><tr><td align="center" style="padding:24px 12px;">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" \
                style="max-width:600px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;">
                <tr><td class="soft" style="padding:0 4px 12px;font-size:14px;font-weight:600;color:#4d555f;">%2$s</td></tr>
                <tr><td class="card ink" style="padding:28px 28px 12px;background:#ffffff;border:1px solid #e1e4e8;\
                border-radius:12px;font-size:16px;line-height:1.5;color:#1b1f24;">
                %3$s
                </td></tr>
                <tr><td class="soft" style="padding:16px 4px 0;font-size:13px;line-height:1.5;color:#4d555f;">%4$s</td></tr>
                </table>
                </td></tr></table>
                </body>
                </html>
                """.formatted(HEAD, hubName, body, footer);
    }

    static String heading(String text) {
        return "<h1 class=\"ink\" style=\"margin:0 0 16px;font-size:22px;line-height:1.3;color:#1b1f24;\">" + text
                + "</h1>";
    }

    static String paragraph(String text) {
        return "<p style=\"margin:0 0 16px;overflow-wrap:anywhere;\">" + text + "</p>";
    }

    static String table(String rows) {
        return "<table cellpadding=\"0\" cellspacing=\"0\" width=\"100%\" style=\"margin:0 0 20px;"
                + "border-collapse:collapse;font-size:15px;\">" + rows + "</table>";
    }

    static String row(String name, String value) {
        return "<tr><th scope=\"row\" align=\"left\" class=\"soft line\" style=\"padding:8px 12px 8px 0;"
                + "border-bottom:1px solid #e1e4e8;font-weight:400;color:#4d555f;\">" + name + "</th>"
                + "<td align=\"right\" class=\"line\" style=\"padding:8px 0;border-bottom:1px solid #e1e4e8;"
                + "font-weight:600;overflow-wrap:anywhere;\">" + value + "</td></tr>";
    }

    static String button(String label, String link) {
        return "<p style=\"margin:0 0 20px;\"><a href=\"" + link + "\" target=\"_blank\" rel=\"noopener\""
                + " style=\"display:inline-block;padding:12px 22px;border-radius:8px;background:#2f5fe0;color:#ffffff;"
                + "font-weight:600;text-decoration:none;\">" + label + "</a></p>";
    }
}
