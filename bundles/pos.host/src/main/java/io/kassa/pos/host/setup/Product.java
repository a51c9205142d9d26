package io.kassa.pos.host.setup;

import io.kassa.pos.spi.money.Money;
import java.util.Set;

/** @param group the id of its product group */
public record Product(String id, String name, String group, Money price, Set<String> labels, boolean onSale) {}
