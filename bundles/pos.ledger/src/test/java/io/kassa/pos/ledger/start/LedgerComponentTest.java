package io.kassa.pos.ledger.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.ledger.PaymentLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerComponentTest {

    @TempDir
    Path folder;

    @Test
    void aVisibleServiceWorks_andGoesBeforeTheBooksClose() {
        FakeFramework framework = new FakeFramework(Map.of("kassa.data", folder.toString()));
        LedgerComponent component = new LedgerComponent(framework.context());
        Books books = (Books) framework.services().get(Books.class.getName());
        assertThat(books.<Boolean>write(tx -> true)).isTrue();
        assertThat(framework.services().get(PaymentLedger.class.getName()))
                .isSameAs(framework.services().get(Claims.class.getName()));
        component.stop();
        assertThat(framework.events())
                .containsExactly(
                        "+HealthCheck", "+Books", "+Claims", "+Audit", "-HealthCheck", "-Audit", "-Claims", "-Books");
        assertThatThrownBy(() -> books.write(tx -> true)).isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void refusedSettingsRegisterNothingButThatTheyAre() {
        FakeFramework framework = new FakeFramework(Map.of("kassa.ledger.url", "jdbc:oracle:thin"));
        LedgerComponent component = new LedgerComponent(framework.context());
        component.stop();
        assertThat(framework.events()).containsExactly("+HealthCheck", "-HealthCheck");
    }

    @Test
    void booksThatCannotBeOpenedYetAreTriedAgain() throws Exception {
        Path obstacle = Files.createFile(folder.resolve("data"));
        FakeFramework framework = new FakeFramework(Map.of("kassa.data", obstacle.toString()));
        LedgerComponent component = new LedgerComponent(framework.context());
        HealthCheck health = (HealthCheck) framework.services().get(HealthCheck.class.getName());
        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.CRITICAL);
        Files.delete(obstacle);
        for (int wait = 0; wait < 300 && framework.events().size() < 4; wait++) {
            Thread.sleep(50);
        }
        assertThat(health.execute().isOk()).isTrue();
        component.stop();
        assertThat(framework.events()).startsWith("+HealthCheck", "+Books", "+Claims", "+Audit");
    }
}
