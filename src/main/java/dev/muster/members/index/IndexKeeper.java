package dev.muster.members.index;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Looks after the index on a thread of its own: when it is called, and every few seconds without. */
final class IndexKeeper {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);

    /** So many times as long as a look took, it rests. */
    private static final int RESTS = 3;

    private final Look look;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private boolean isCalled;
    private volatile boolean isEnded;

    /** What is done at each look. */
    @FunctionalInterface
    interface Look {

        /** Does what there is to do, and tells whether nobody touched a member since the last time. */
        boolean look(boolean wasCalled);
    }

    IndexKeeper(Look look) {
        this.look = look;
    }

    void begin() {
        Thread.ofPlatform().daemon().name("member-index").start(this::keep);
    }

    /** Has it look at once, or as soon as it has rested. */
    void call() {
        lock.lock();
        try {
            isCalled = true;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Never interrupts the thread: it may be at the H2 file, which is closed on whoever is interrupted there. */
    void end() {
        isEnded = true;
        call();
    }

    private void keep() {
        try {
            boolean wasCalled = waitForCall();
            while (!isEnded) {
                long start = System.nanoTime();
                boolean isQuiet = look.look(wasCalled);
                // While an import writes, most of the time is left to it.
                long pause = isQuiet ? 0 : RESTS * (System.nanoTime() - start);
                TimeUnit.NANOSECONDS.sleep(Math.min(LOOKS_EVERY.toNanos(), pause));
                wasCalled = waitForCall();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean waitForCall() throws InterruptedException {
        lock.lock();
        try {
            long left = LOOKS_EVERY.toNanos();
            while (left > 0 && !isCalled) {
                left = called.awaitNanos(left);
            }
            boolean wasCalled = isCalled;
            isCalled = false;
            return wasCalled;
        } finally {
            lock.unlock();
        }
    }
}
