package io.kassa.pos.ledger.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.SpareBooks;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.ledger.PaymentLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
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
                        "+HealthCheck",
                        "+SpareBooks",
                        "+Books",
                        "+Claims",
                        "+Audit",
                        "-HealthCheck",
                        "-Audit",
                        "-Claims",
                        "-Books",
                        "-SpareBooks");
        assertThatThrownBy(() -> books.write(tx -> true)).isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void spareBooksAreApart_andLeaveNothing() throws Exception {
        FakeFramework framework = new FakeFramework(Map.of("kassa.data", folder.toString()));
        LedgerComponent component = new LedgerComponent(framework.context());
        SpareBooks spare = (SpareBooks) framework.services().get(SpareBooks.class.getName());
        Path left = Files.createDirectories(folder.resolve("spare-books")).resolve("books.db");
        Files.writeString(left, "what a crash left");
        Books own = (Books) framework.services().get(Books.class.getName());
        own.write(tx -> tx.execute("CREATE TABLE sold (number BIGINT)"));
        try (SpareBooks.Opened opened = spare.open()) {
            opened.books().write(tx -> tx.execute("CREATE TABLE sold (number BIGINT)"));
            opened.books().write(tx -> tx.execute("INSERT INTO sold VALUES (1)"));
        }
        assertThat(own.<Integer>read(
                        tx -> tx.rows("SELECT * FROM sold", row -> 1).size()))
                .isZero();
        assertThat(folder.resolve("spare-books")).doesNotExist();
        component.stop();
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
        for (int wait = 0; wait < 300 && framework.events().size() < 5; wait++) {
            Thread.sleep(50);
        }
        assertThat(health.execute().isOk()).isTrue();
        component.stop();
        assertThat(framework.events()).startsWith("+HealthCheck", "+SpareBooks", "+Books", "+Claims", "+Audit");
    }

    @Test
    void aStartWhoseCommitWasLostIsTriedAgain() throws Exception {
        FakeFramework framework = new FakeFramework(Map.of("kassa.data", folder.toString()));
        Iterator<RuntimeException> losses = List.<RuntimeException>of(
                        new CommitUnknownException(new IOException("at the start")),
                        new CommitUnknownException(new IOException("once more")))
                .iterator();
        LedgerComponent component = new LedgerComponent(framework.context(), settings -> {
            if (losses.hasNext()) {
                throw losses.next();
            }
            return settings.open(Clock.systemUTC());
        });
        for (int wait = 0; wait < 300 && framework.events().size() < 5; wait++) {
            Thread.sleep(50);
        }
        component.stop();
        assertThat(framework.events()).startsWith("+HealthCheck", "+SpareBooks", "+Books", "+Claims", "+Audit");
    }
}
