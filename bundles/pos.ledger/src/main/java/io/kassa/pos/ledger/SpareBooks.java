package io.kassa.pos.ledger;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens books that nobody keeps, for sales that never were: the same program on a file of its own, which waits for no disk and is
 * erased when it is closed. There are none where the books are on a server.
 */
@ProviderType
public interface SpareBooks {

    /** At most one at a time. */
    Opened open();

    /** Empty at first; closing erases them. */
    interface Opened extends AutoCloseable {

        Books books();

        Claims claims();

        Audit audit();

        @Override
        void close();
    }
}
