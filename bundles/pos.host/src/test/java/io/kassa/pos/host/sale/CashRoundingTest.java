package io.kassa.pos.host.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.money.Money;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashRoundingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "2, 2",
        "3, 5",
        "4, 5",
        "5, 5",
        "6, 5",
        "7, 5",
        "8, 10",
        "9, 10",
        "10, 10",
        "11, 10",
        "12, 10",
        "13, 15",
        "1001, 1000",
        "1002, 1000",
        "1003, 1005",
        "1006, 1005",
        "1007, 1005",
        "1008, 1010"
    })
    void roundsAsTheActSays(long sum, long handedOver) {
        assertThat(CashRounding.rounded(Money.euro(sum))).isEqualTo(Money.euro(handedOver));
        assertThat(CashRounding.isHandedOver(Money.euro(handedOver))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 2", "3, 0", "4, 0", "5, 5", "1009, 1005"})
    void neverGoesBeyondWhatIsLeft(long left, long handedOver) {
        assertThat(CashRounding.roundedDown(Money.euro(left))).isEqualTo(Money.euro(handedOver));
    }

    @Test
    void roundsEuroOnly() {
        Money kronor = new Money(10_003, Currency.getInstance("SEK"));
        assertThat(CashRounding.rounded(kronor)).isEqualTo(kronor);
        assertThat(CashRounding.isHandedOver(kronor)).isTrue();
    }
}
