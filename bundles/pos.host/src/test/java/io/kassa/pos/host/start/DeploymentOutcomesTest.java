package io.kassa.pos.host.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.host.events.Outcomes;
import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.outcomes.Occurrence.Ended;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentOutcomesTest {

    private final List<Occurrence> told = new ArrayList<>();
    private final DeploymentOutcomes outcomes;

    DeploymentOutcomesTest() {
        Outcomes all = new Outcomes();
        all.add(told::add);
        outcomes = new DeploymentOutcomes(all);
    }

    @Test
    void aDeploymentEndsOnceAndItsSwitchIsTimed() {
        happened(Event.SWITCHING, "");
        assertThat(told).isEmpty();
        happened(Event.RUNS, "");
        Ended ended = (Ended) told.get(0);
        assertThat(ended.about()).isEqualTo("smartum@1.1.0");
        assertThat(ended.outcome()).isEqualTo("runs");
        assertThat(ended.reason()).isEqualTo("-");
        assertThat(ended.took()).isPositive();
    }

    @Test
    void whatWasRefusedBeforeAnythingStartedTookNoTime() {
        happened(Event.REFUSED, "unsigned");
        assertThat(told)
                .containsExactly(new Ended(
                        Occurrence.Kind.DEPLOYMENT, "smartum@1.1.0", "-", "refused", "unsigned", Duration.ZERO));
        happened(Event.SWITCHING, "");
        happened(Event.PUT_BACK, "unhealthy");
        assertThat(((Ended) told.get(1)).outcome()).isEqualTo("put-back");
    }

    @Test
    void whatIsRefusedMeanwhileEndsNoSwitch() {
        happened(Event.SWITCHING, "");
        happened(Event.REFUSED, "downgrade");
        happened(Event.RUNS, "");
        assertThat(told).hasSize(2);
        assertThat(((Ended) told.get(0)).took()).isZero();
        assertThat(((Ended) told.get(1)).took()).isPositive();
    }

    @Test
    void whatCameWithTheTillWasNotDeployed() {
        happened(Event.RUNS, "");
        assertThat(told).isEmpty();
    }

    private void happened(Event event, String why) {
        Optional<Message> message =
                why.isEmpty() ? Optional.empty() : Optional.of(new Message(why, List.of(), Map.of("en", why)));
        outcomes.happened(
                new HistoryEntry(Instant.EPOCH, event, "smartum", "1.1.0", "ab", "admin", message), Optional.empty());
    }
}
