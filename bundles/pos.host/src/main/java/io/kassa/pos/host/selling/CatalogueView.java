package io.kassa.pos.host.selling;

import io.kassa.pos.spi.money.Money;
import java.util.List;
import java.util.Set;

/** What can be sold, group by group, in the order of the page. */
public record CatalogueView(List<Group> groups) {

    public record Group(String id, String name, List<Item> products) {}

    public record Item(String id, String name, Money price, Set<String> labels) {}
}
