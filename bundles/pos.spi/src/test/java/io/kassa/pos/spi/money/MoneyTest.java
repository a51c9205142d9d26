package io.kassa.pos.spi.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void addsAndTakesAwayExactly() {
        assertThat(Money.euro(1000).plus(Money.euro(300)).minus(Money.euro(1))).isEqualTo(Money.euro(1299));
        assertThat(Money.euro(199).times(3)).isEqualTo(Money.euro(597));
        assertThat(Money.euro(5).negated()).isEqualTo(Money.euro(-5));
    }

    @Test
    void overflowThrowsInsteadOfWrapping() {
        Money most = Money.euro(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Money.euro(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.euro(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.euro(Long.MIN_VALUE).minus(Money.euro(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void mixedCurrenciesThrow() {
        Money kronor = new Money(1000, Currency.getInstance("SEK"));
        assertThatThrownBy(() -> Money.euro(1000).plus(kronor)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.euro(1000).minus(kronor)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.euro(1000).isMoreThan(kronor)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSmallerOfTwo() {
        assertThat(Money.euro(700).atMost(Money.euro(500))).isEqualTo(Money.euro(500));
        assertThat(Money.euro(300).atMost(Money.euro(500))).isEqualTo(Money.euro(300));
    }
}
