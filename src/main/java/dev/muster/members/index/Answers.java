package dev.muster.members.index;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was found for the last few who asked: it holds until the content changes. */
final class Answers {

    private static final int REMEMBERED = 16;

    private final Map<Wanted, Answer> known = new LinkedHashMap<>(REMEMBERED, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Answer> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Answer(Content content, long number, Found found) {

        private boolean isOf(Content now) {
            return content == now && number == now.number();
        }
    }

    /** Returns who is {@code wanted} in {@code now}, by looking only where nobody asked for the same before. */
    Found find(Content now, Wanted wanted) {
        now.readLock().lock();
        try {
            synchronized (known) {
                Answer last = known.get(wanted);
                if (last != null && last.isOf(now)) {
                    return last.found();
                }
            }
            var found = new Found(now, wanted);
            synchronized (known) {
                known.put(wanted, new Answer(now, now.number(), found));
            }
            return found;
        } finally {
            now.readLock().unlock();
        }
    }
}
