package dev.muster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.security.Role;
import dev.muster.testing.ServiceTest;
import dev.muster.testing.Users;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class ImportFeedTest {

    private static final int PATIENCE = 20;

    @Autowired
    Users users;

    @Autowired
    ImportFeed feed;

    ImportKit imports;

    @BeforeEach
    void actAsManager(@Autowired ApplicationContext application) {
        imports = new ImportKit(application);
        users.actAs("Mara Lindqvist", Role.MANAGER);
    }

    @Test
    void tellsThatAnImportStartsMovesOnAndEnds() throws InterruptedException {
        BlockingQueue<ImportSnapshot> news = new LinkedBlockingQueue<>();
        try (var _ = feed.subscribe(news::add)) {
            ImportId id = imports.desk()
                    .start(imports.store("Name,Email\nA,a@example.com\nB,b@example.com\n"), ImportKit.AS_ADVOCATES);
            assertThat(next(news).state()).isEqualTo(ImportState.QUEUED);

            imports.inChunksOf(1)
                    .run(id, () -> imports.desk().find(id).orElseThrow().processed() == 1);
            ImportSnapshot half = next(news);
            while (half.processed() < 1) {
                half = next(news);
            }
            assertThat(half.state()).isEqualTo(ImportState.RUNNING);

            imports.run(id);
            assertThat(next(news).state()).isEqualTo(ImportState.COMPLETED);
        }
    }

    @Test
    void isNotInterruptedInTheMiddleOfALook(@Autowired Snapshots snapshots) throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        var ending = new ImportFeed(snapshots);
        ImportId id = imports.desk().start(imports.store("Name,Email\nA,a@example.com\n"), ImportKit.AS_ADVOCATES);
        ending.subscribe(_ -> {
            begun.countDown();
            try {
                ended.await();
                interrupted.complete(Thread.interrupted());
            } catch (InterruptedException _) {
                interrupted.complete(true);
            }
        });
        ending.touched(new ImportTouched(id));

        assertThat(begun.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        ending.destroy();
        ended.countDown();

        assertThat(interrupted.get(PATIENCE, TimeUnit.SECONDS)).isFalse();
        imports.run(id);
    }

    @Test
    void goesOnAfterAListenerThatFails() throws InterruptedException {
        BlockingQueue<ImportSnapshot> news = new LinkedBlockingQueue<>();
        try (var _ = feed.subscribe(snapshot -> {
                    throw new IllegalStateException("deaf to " + snapshot.id());
                });
                var _ = feed.subscribe(news::add)) {
            imports.run("Name,Email\nA,a@example.com\n");

            ImportSnapshot last = next(news);
            while (last.state().isActive()) {
                last = next(news);
            }
            assertThat(last.state()).isEqualTo(ImportState.COMPLETED);
        }
    }

    private static ImportSnapshot next(BlockingQueue<ImportSnapshot> news) throws InterruptedException {
        ImportSnapshot snapshot = news.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(snapshot).isNotNull();
        // What the test before left behind is told to be gone.
        if (snapshot.state() == ImportState.CANCELLED) {
            return next(news);
        }
        return snapshot;
    }
}
