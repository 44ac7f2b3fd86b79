package dev.muster.imports;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads that go through the rows of a file. Threads of the machine: virtual ones give their processor back only where
 * they wait, and whoever asks for a page meanwhile would wait for as many rows as are between two messages to the database.
 */
final class ImportThreads {

    private ImportThreads() {}

    /** Starts a thread that does {@code work}. */
    static Thread start(String name, Runnable work) {
        return Thread.ofPlatform().name(name).start(work);
    }

    /** Returns a pool that has as many threads as it has tasks. */
    static ExecutorService pool(String name) {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().name(name + "-", 1).factory());
    }
}
