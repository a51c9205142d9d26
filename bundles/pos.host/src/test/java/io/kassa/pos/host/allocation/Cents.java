package io.kassa.pos.host.allocation;

import io.kassa.pos.spi.money.Money;
import java.math.BigDecimal;

/** Amounts as the tables write them: 10.05. */
final class Cents {

    private Cents() {}

    static Money read(String text) {
        return Money.euro(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    static String write(Money money) {
        return BigDecimal.valueOf(money.minor(), 2).toPlainString();
    }
}
