package io.kassa.itests.frameworks.kit;

import io.kassa.pos.spi.tck.LedgerBench;
import io.kassa.pos.spi.tck.PaymentLedgerContract;
import org.osgi.framework.FrameworkUtil;

/** Every rule for ledgers, with the books as they are shipped, in this framework. */
final class BooksAreWellBehaved extends PaymentLedgerContract {

    @Override
    protected LedgerBench bench() throws Exception {
        return ShippedBooks.empty(
                FrameworkUtil.getBundle(BooksAreWellBehaved.class).getBundleContext());
    }
}
