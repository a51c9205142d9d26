package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.events.Aside;
import io.kassa.pos.host.outcomes.Occurrence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AsideTest {

    private static final Occurrence ONE = new Occurrence.Scanned("one", Duration.ZERO);
    private static final Occurrence OTHER = new Occurrence.Scanned("other", Duration.ZERO);

    @Test
    void nobodyWaitsForTheListener_andItMissesNothing() {
        CountDownLatch slow = new CountDownLatch(1);
        List<Occurrence> told = new CopyOnWriteArrayList<>();
        Aside aside = new Aside(occurrence -> {
            await(slow);
            told.add(occurrence);
        });
        aside.happened(ONE);
        aside.happened(OTHER);
        assertThat(told).isEmpty();
        slow.countDown();
        aside.close();
        assertThat(told).containsExactly(ONE, OTHER);
        aside.happened(ONE);
        assertThat(told).containsExactly(ONE, OTHER, ONE);
    }

    @Test
    void aListenerThatThrowsIsToldTheNext() {
        List<Occurrence> told = new CopyOnWriteArrayList<>();
        try (Aside aside = new Aside(occurrence -> {
            told.add(occurrence);
            throw new IllegalStateException("a bug");
        })) {
            aside.happened(ONE);
            aside.happened(OTHER);
        }
        assertThat(told).containsExactly(ONE, OTHER);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
