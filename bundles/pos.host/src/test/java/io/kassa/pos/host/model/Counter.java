package io.kassa.pos.host.model;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.product.ProductLabel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real till in the hands of the model. */
final class Counter implements AutoCloseable {

    private final Path folder;
    private final Bank bank;
    private final List<String> done = new ArrayList<>();
    private Shop shop;
    private int ids;
    private long refusals;

    Counter(Path folder, Bank bank) {
        this.folder = folder;
        this.bank = bank;
        this.shop = Shop.in(folder);
        offerWallet();
    }

    Shop shop() {
        return shop;
    }

    /** What was done so far, for a person. */
    List<String> done() {
        return done;
    }

    /** How often it had to refuse. */
    long refusals() {
        return refusals;
    }

    int next() {
        return ++ids;
    }

    int last() {
        return ids;
    }

    private void offerWallet() {
        shop.takeWalletAway.run();
        shop.takeFilterAway.run();
        shop.methods.add(Wallet.ID, labels -> labels.contains(new ProductLabel("liikunta")), Rank.PLAIN);
        shop.methods.add(Wallet.ID, new Wallet(shop.ledger.claims(), bank), Rank.PLAIN);
    }

    void crash() {
        shop = shop.crashAndRestart(folder);
        offerWallet();
        done.add("crash");
    }

    ReceiptView receipt(ModelSale sale) {
        return ok(shop.receipts.receipt(new SaleId(sale.id)));
    }

    void said(String what, boolean allowed, Result<?> result) {
        done.add(what + (allowed ? "" : " (must be refused)"));
        refusals += allowed ? 0 : 1;
        must(
                allowed,
                result instanceof Result.Ok,
                what
                        + (result instanceof Result.Refused<?> no
                                ? ", " + no.guidance().reason()
                                : ""));
    }

    static <T> T ok(Result<T> result) {
        if (result instanceof Result.Refused<T> refused) {
            throw new AssertionError("refused: " + refused.guidance().reason());
        }
        return ((Result.Ok<T>) result).value();
    }

    static void must(Object model, Object host, String what) {
        if (!model.equals(host)) {
            throw new AssertionError(what + ": the model says " + model + ", the till " + host);
        }
    }

    @Override
    public void close() {
        shop.close();
    }
}
