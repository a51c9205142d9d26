package io.kassa.itests.frameworks.kit;

import io.kassa.itests.frameworks.Shipped;
import io.kassa.itests.frameworks.Shop;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.Settlement;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.tck.LedgerBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** The books of this framework's till, whose own host and pages are stopped so that nobody else writes. */
final class ShippedBooks implements LedgerBench {

    private static final List<String> OTHERS =
            List.of("io.kassa.pos.web", "io.kassa.pos.host", "io.kassa.smartum.plugin");
    private static final List<String> FILES = List.of("books.db", "books.db-wal", "books.db-shm", "books.made");

    private final BundleContext context;
    private final Bundle bundle;
    private final Books books;
    private final Claims claims;

    private ShippedBooks(BundleContext context) {
        this.context = context;
        this.bundle = Shop.bundle(context, "io.kassa.pos.ledger");
        this.books = Shop.service(context, Books.class);
        this.claims = Shop.service(context, Claims.class);
    }

    static ShippedBooks empty(BundleContext context) throws BundleException {
        for (String other : OTHERS) {
            Shop.bundle(context, other).stop();
        }
        return startedWith(context, Map.of());
    }

    /** @param files what the books find when they start; nothing else of theirs is there */
    private static ShippedBooks startedWith(BundleContext context, Map<String, byte[]> files) throws BundleException {
        Bundle bundle = Shop.bundle(context, "io.kassa.pos.ledger");
        bundle.stop();
        try {
            for (String file : FILES) {
                Files.deleteIfExists(folder(context).resolve(file));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder(context).resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bundle.start();
        return new ShippedBooks(context);
    }

    private static Path folder(BundleContext context) {
        return Path.of(context.getProperty(Shipped.DATA));
    }

    @Override
    public PaymentLedger ledger() {
        return claims;
    }

    @Override
    public boolean paid(AttemptId attempt, SaleId sale, PaymentReference reference) {
        Settlement settlement = books.write(work -> claims.settle(work, attempt, sale, Optional.of(reference)));
        claims.release(attempt);
        return settlement instanceof Settlement.Settled;
    }

    @Override
    public void unpaid(AttemptId attempt) {
        claims.release(attempt);
    }

    @Override
    public void refundKnown(AttemptId attempt) {
        books.write(work -> claims.closeIntent(work, attempt));
    }

    /** What a crash leaves is the file and its log as they are at that moment; the index of the log is rebuilt. */
    @Override
    public Optional<LedgerBench> afterACrash() {
        Map<String, byte[]> left = new HashMap<>();
        try {
            for (String file : FILES.subList(0, 2)) {
                left.put(file, Files.readAllBytes(folder(context).resolve(file)));
            }
            return Optional.of(startedWith(context, left));
        } catch (IOException | BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean breakBooks() {
        try {
            bundle.stop();
            return true;
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }
}
