package io.kassa.pos.host.common;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Tells what changed, so that pages follow without asking again and again. */
@ProviderType
public interface Changes {

    enum Topic {
        /** A register's view; the id is the register's. */
        REGISTER,
        /** A sale receipt or its refunds; the id is the sale's. */
        RECEIPT,
        /** Anything in the configuration: methods, registers, products, plug-in settings. */
        SETUP,
        /** The lists that a person works through. */
        WORKLIST,
        /** The scanners of this machine: how they are, and that something came in. */
        SCANNER
    }

    record Change(Topic topic, String id) {}

    /** Closing the handle ends the subscription. The listener must be quick; it is called on the thread that changed. */
    AutoCloseable subscribe(Consumer<Change> listener);
}
