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
        assertThat(framework.events()).containsExactly("+Books", "+Claims", "+Audit", "-Audit", "-Claims", "-Books");
        assertThatThrownBy(() -> books.write(tx -> true)).isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void refusedSettingsRegisterNothing() {
        FakeFramework framework = new FakeFramework(Map.of("kassa.ledger.url", "jdbc:oracle:thin"));
        LedgerComponent component = new LedgerComponent(framework.context());
        component.stop();
        assertThat(framework.events()).isEmpty();
    }

    @Test
    void booksThatCannotBeOpenedYetAreTriedAgain() throws Exception {
        Path obstacle = Files.createFile(folder.resolve("data"));
        FakeFramework framework = new FakeFramework(Map.of("kassa.data", obstacle.toString()));
        LedgerComponent component = new LedgerComponent(framework.context());
        assertThat(framework.events()).isEmpty();
        Files.delete(obstacle);
        for (int wait = 0; wait < 300 && framework.events().size() < 3; wait++) {
            Thread.sleep(50);
        }
        component.stop();
        assertThat(framework.events()).startsWith("+Books", "+Claims", "+Audit");
    }
}
