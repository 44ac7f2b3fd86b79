package dev.muster.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked for last, so many of them. Thread-safe. */
final class LastUsed<K, V> {

    private final Map<K, V> known;

    LastUsed(int most) {
        known = new LinkedHashMap<>(most, 1, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable V find(K key) {
        return known.get(key);
    }

    synchronized void keep(K key, V value) {
        known.put(key, value);
    }

    synchronized void forget(K key) {
        known.remove(key);
    }
}
