package io.kassa.pos.host.selling;

import io.kassa.pos.spi.money.Money;
import java.util.Set;

/**
 * One line of a sale.
 *
 * @param number stable within the sale, from 1
 * @param discount what was taken off, its share of the sale's discount included; zero or positive
 * @param ownDiscount what was taken off this line alone: what a change of the line names anew
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
        Money ownDiscount,
        boolean discountable,
        Money amount,
        Money paid) {}
