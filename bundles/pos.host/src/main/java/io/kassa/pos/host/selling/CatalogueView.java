package io.kassa.pos.host.selling;

import io.kassa.pos.spi.money.Money;
import java.util.List;
import java.util.Set;

/**
 * What can be sold, group by group, in the order of the page. It is large, seldom changes and is the same at every register.
 *
 * @param version another one whenever it changed; register views name it
 */
public record CatalogueView(long version, List<Group> groups) {

    public record Group(String id, String name, List<Item> products) {}

    public record Item(String id, String name, Money price, Set<String> labels) {}
}
