package io.kassa.pos.host.selling;

import io.kassa.pos.spi.money.Money;
import java.util.Set;

/**
 * One line of a sale.
 *
 * @param number stable within the sale, from 1
 * @param discount what was taken off, zero or positive
 * @param discountable whether something can be taken off at all: not off a deposit, nor off what is taken back
 * @param amount what the line costs in the end
 * @param paid the part of it that the tenders so far pay
 */
public record LineView(
        int number,
        String product,
        String name,
        Set<String> labels,
        long quantity,
        Money unitPrice,
        Money discount,
        boolean discountable,
        Money amount,
        Money paid) {}
