package io.kassa.pos.host.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Changes.Change;
import io.kassa.pos.host.common.Changes.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who is told what, and when. */
class BroadcastTest {

    @Test
    void whatCouldNotGoOnIsToldAfterAWhileWithoutAnybodyAsking() throws InterruptedException {
        BlockingQueue<Change> told = new LinkedBlockingQueue<>();
        try (Broadcast broadcast = new Broadcast(Clock.systemUTC())) {
            broadcast.subscribe(told::add);
            long asked = System.nanoTime();
            broadcast.registerLater("R1");
            assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo(new Change(Topic.REGISTER, "R1"));
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofSeconds(2));
        }
    }
}
