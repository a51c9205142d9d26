package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who pays a part of a sale.
 *
 * @param id what the payer is called in the result
 * @param only the lines that it may pay; empty when it may pay every line
 */
public record Payer(String id, Money amount, Optional<Set<Integer>> only) {

    public Payer {
        only = only.map(Set::copyOf);
    }

    public boolean mayPay(int line) {
        return only.map(lines -> lines.contains(line)).orElse(true);
    }
}
