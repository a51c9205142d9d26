package io.kassa.pos.host.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class RoundsTest {

    private static final Runnable AWAY = () -> {
        throw new LedgerUnavailableException(
                "The server does not answer", new SQLException("no connection", new ConnectException("refused")));
    };
    private static final Runnable DONE = () -> {};

    @Test
    void booksThatAreAwayAreOneLineAndAnotherWhenTheyAreBack() {
        assertThat(said(List.of(DONE, AWAY, AWAY, AWAY, DONE, DONE, AWAY)).lines())
                .satisfiesExactly(
                        away -> assertThat(away)
                                .contains("The server does not answer (refused). Tried again until it can"),
                        back -> assertThat(back).contains("The books can be used again"),
                        awayAgain -> assertThat(awayAgain).contains("The server does not answer (refused)"));
    }

    @Test
    void aBugIsToldWithItsPlace() {
        assertThat(said(List.of(() -> {
                    throw new IllegalStateException("a bug");
                })))
                .contains("A round of questions failed", "a bug", "\tat " + RoundsTest.class.getName());
    }

    /** What the log has of rounds that go so, one after the other. */
    private static String said(List<Runnable> rounds) {
        Queue<Runnable> next = new ArrayDeque<>(rounds);
        PrintStream before = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        Rounds till = new Rounds(() -> next.remove().run());
        till.close();
        try {
            Collections.nCopies(rounds.size(), till).forEach(Rounds::run);
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
