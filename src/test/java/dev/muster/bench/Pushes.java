package dev.muster.bench;

import java.net.http.WebSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page was told over its websocket. Thread-safe. */
final class Pushes implements WebSocket.Listener {

    /** As the chip in the top bar says it. */
    private static final Pattern PROGRESS = Pattern.compile("\"Importing (\\d+) %\"");

    private final StringBuilder message = new StringBuilder();
    private final Set<Integer> percents = new HashSet<>();
    private int messages;
    private long characters;

    /** Returns how many messages came. */
    synchronized int messages() {
        return messages;
    }

    /** Returns how long they were. */
    synchronized long characters() {
        return characters;
    }

    /** Returns how many different values the progress had. */
    synchronized int values() {
        return percents.size();
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
        message.append(text);
        if (isLast) {
            hear(message);
            message.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void hear(CharSequence whole) {
        messages++;
        characters += whole.length();
        Matcher progress = PROGRESS.matcher(whole);
        if (progress.find()) {
            percents.add(Integer.parseInt(progress.group(1)));
        }
    }
}
