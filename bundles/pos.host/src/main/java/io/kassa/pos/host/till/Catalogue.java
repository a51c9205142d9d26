package io.kassa.pos.host.till;

import io.kassa.pos.host.selling.CatalogueView;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.ledger.Transaction;
import java.util.List;

/** Draws what can be sold. A group without anything on sale is left out. */
final class Catalogue {

    private Catalogue() {}

    static CatalogueView read(Transaction tx) {
        ShopTable shop = new ShopTable(tx);
        List<Product> products =
                shop.products().stream().filter(Product::onSale).toList();
        return new CatalogueView(
                shop.catalogue(),
                shop.groups().stream()
                        .map(group -> new CatalogueView.Group(group.id(), group.name(), items(products, group.id())))
                        .filter(group -> !group.products().isEmpty())
                        .toList());
    }

    private static List<CatalogueView.Item> items(List<Product> products, String group) {
        return products.stream()
                .filter(product -> product.group().equals(group))
                .map(product -> new CatalogueView.Item(product.id(), product.name(), product.price(), product.labels()))
                .toList();
    }
}
