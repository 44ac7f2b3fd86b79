package dev.muster.common;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public address of the hub: what links in mails start with.
 *
 * @param value such as {@code https://hub.example.com}; in ASCII, without a slash at its end
 */
public record BaseUrl(String value) {

    private static final int MAX_LENGTH = 255;
    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?)://([^/?#@\\s\\[\\]:]+|\\[[0-9a-f:.]+])(:\\d{1,5})?(/[^?#\\s]*)?");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+]");
    private static final int HIGHEST_PORT = 65_535;

    /** Returns the address that {@code text} is; empty where a link cannot start with it. */
    public static Optional<BaseUrl> parse(String text) {
        Matcher parts = PARTS.matcher(WhiteSpace.clean(text));
        if (!parts.matches() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String name = parts.group(2).toLowerCase(Locale.ROOT);
            String host = name.startsWith("[") ? name : IDN.toASCII(name).toLowerCase(Locale.ROOT);
            String port = parts.group(3) == null ? "" : parts.group(3);
            String path = parts.group(4) == null ? "" : parts.group(4).replaceAll("/+$", "");
            if (!HOST.matcher(host).matches()
                    || (!port.isEmpty() && Integer.parseInt(port.substring(1)) > HIGHEST_PORT)) {
                return Optional.empty();
            }
            var url = new URI(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + port + path);
            return Optional.of(new BaseUrl(url.toASCIIString()));
        } catch (IllegalArgumentException | URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** Tells whether it leads back to the machine of whoever opens it, so that it serves only on the hub's own. */
    public boolean isOfOneMachine() {
        String host = URI.create(value).getHost();
        return "localhost".equals(host) || (host != null && host.startsWith("127."));
    }
}
