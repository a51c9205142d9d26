package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Visits visits = new Visits();

    @Test
    void theEndWaitsUntilTheLastVisitorHasLeft() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        CompletableFuture<String> visit =
                CompletableFuture.supplyAsync(() -> visits.during(() -> staying(inside, leave)));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> visits.over(LONG));
        assertThatThrownBy(() -> end.get(100, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);

        leave.countDown();

        assertThat(visit.get(20, TimeUnit.SECONDS)).isEqualTo("served");
        end.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoFoundTheDoorStillOpenIsServed() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        CompletableFuture.supplyAsync(() -> visits.during(() -> staying(inside, leave)));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> visits.over(LONG));

        assertThat(visits.during(() -> "served too")).isEqualTo("served too");

        leave.countDown();
        end.get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> visits.during(() -> "too late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aVisitorWhoStaysForEverKeepsNobodyWaitingForEver() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        CompletableFuture.supplyAsync(() -> visits.during(() -> staying(inside, leave)));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

        visits.over(Duration.ofMillis(50));

        assertThatThrownBy(() -> visits.during(() -> "too late")).isInstanceOf(IllegalStateException.class);
        leave.countDown();
    }

    @Test
    void theDoorOfAnEmptyHouseIsShutAtOnceAndOfOthersWhenTheyAreEmpty() throws Exception {
        LastVisits last = new LastVisits();
        Visits empty = new Visits();
        last.take(empty, LONG);
        assertThatThrownBy(empty::begin).isInstanceOf(IllegalStateException.class);

        visits.begin();
        last.take(visits, LONG);
        assertThat(visits.during(() -> "served too")).isEqualTo("served too");
        visits.end(() -> {});
        last.take(new Visits(), LONG);
        assertThatThrownBy(visits::begin).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theEndWaitsForWhomChangedSettingsLeftInside() throws Exception {
        LastVisits last = new LastVisits();
        visits.begin();
        last.take(visits, LONG);
        CompletableFuture<Void> end = CompletableFuture.runAsync(last::stop);
        assertThatThrownBy(() -> end.get(100, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        visits.end(() -> {});
        end.get(20, TimeUnit.SECONDS);
        assertThatThrownBy(visits::begin).isInstanceOf(IllegalStateException.class);
    }

    private static String staying(CountDownLatch inside, CountDownLatch leave) {
        inside.countDown();
        try {
            return leave.await(20, TimeUnit.SECONDS) ? "served" : "stuck";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }
}
