package io.kassa.pos.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a commit that failed says of what it wrote. */
final class PostgresFaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    the server's disk is full                          | 53100 |       | true
                    it stopped because its disk is full                | 53100 | 08006 | false
                    another host was first                             | 40001 |       | true
                    it waited too long for a lock                      | 55P03 |       | true
                    a statement took too long                          | 57014 |       | true
                    a row is there already                             | 23505 |       | true
                    nobody knows whether it is stored                  | 40003 |       | false
                    an operator stops the server                       | 57P01 |       | false
                    the server crashed                                 | 57P02 |       | false
                    it ended a session that did nothing                | 25P03 | 08006 | false
                    its file cannot be read                            | 58030 |       | false
                    trouble inside                                     | XX000 |       | false
                    the connection is lost                             | 08006 |       | false
                    the driver has no memory for the answer            | 53200 |       | false
                    the driver says nothing                            |       |       | false""")
    void isItKnownNotToBeStored(String what, String state, String next, boolean known) {
        SQLException error = new SQLException(what, state);
        Optional.ofNullable(next).ifPresent(one -> error.setNextException(new SQLException("then", one)));
        assertThat(PostgresFaults.isAnswer(error)).as(what).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"53100", "40001"})
    void whoeverLostTheNetworkGotNoAnswer(String state) {
        SQLException error = new SQLException("while reading", state, new IOException("reset"));
        assertThat(PostgresFaults.isAnswer(error)).isFalse();
    }

    /** The server ended a session that did nothing for too long, or a transaction that took too long. */
    @ParameterizedTest
    @CsvSource({"25P03", "25P04"})
    void whoIsTooSlowForTheServerMadeNoMistake(String state) {
        assertThat(new PostgresFaults(true, false).translate("SELECT 1", new SQLException("too slow", state)))
                .isInstanceOf(LedgerUnavailableException.class);
    }
}
