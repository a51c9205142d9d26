package io.kassa.pos.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UnderWayTest {

    private static final Optional<String> NOBODY = Optional.empty();
    private static final Optional<String> AINO = Optional.of("Aino");
    private static final Optional<String> EINO = Optional.of("Eino");
    private static final Optional<String> MAIJA = Optional.of("Maija");

    private final UnderWay underWay = new UnderWay();

    /** How many more there is room for. */
    private int fill(Optional<String> person) {
        int begun = 0;
        while (underWay.begin(person)) {
            begun++;
        }
        return begun;
    }

    private void end(Optional<String> person, int times) {
        for (int i = 0; i < times; i++) {
            underWay.end(person);
        }
    }

    @Test
    void onePersonHasSixtyFourAndAllStrangersTogetherHaveEight() {
        assertThat(fill(AINO)).isEqualTo(64);
        assertThat(fill(NOBODY)).isEqualTo(8);
    }

    @Test
    void inACrowdEachHasEight() {
        assertThat(fill(AINO)).isEqualTo(64);
        assertThat(fill(EINO)).isEqualTo(32);
        assertThat(fill(MAIJA)).isEqualTo(8);
        assertThat(fill(NOBODY)).isEqualTo(8);
    }

    @Test
    void whoeverHasManyWaitsUntilTheCrowdIsGone() {
        fill(AINO);
        fill(EINO);
        fill(MAIJA);
        end(EINO, 8);
        assertThat(underWay.begin(AINO)).isFalse();
        assertThat(underWay.begin(EINO)).as("96 are under way").isFalse();
        end(MAIJA, 8);
        assertThat(fill(EINO)).isEqualTo(8);
    }

    @Test
    void whatEndedLeavesNothingBehind() {
        fill(AINO);
        fill(EINO);
        end(AINO, 64);
        end(EINO, 32);
        assertThat(fill(MAIJA)).isEqualTo(64);
    }

    @Test
    void thoseThatComeAtTheSameMomentAreCountedLikeThoseInARow() throws Exception {
        for (int round = 0; round < 200; round++) {
            UnderWay busy = new UnderWay();
            AtomicInteger begun = new AtomicInteger();
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService server = Executors.newFixedThreadPool(8);
            for (int i = 0; i < 8; i++) {
                Optional<String> person = i % 2 == 0 ? AINO : EINO;
                server.execute(() -> {
                    await(start);
                    while (busy.begin(person)) {
                        begun.incrementAndGet();
                    }
                });
            }
            start.countDown();
            server.shutdown();
            assertThat(server.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertThat(begun).hasValue(96);
        }
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
