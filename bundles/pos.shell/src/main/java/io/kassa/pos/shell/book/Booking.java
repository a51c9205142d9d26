package io.kassa.pos.shell.book;

import io.kassa.pos.spi.payment.SaleId;

/** How the outcome of an attempt was taken into the books. Several tills may be on them. */
public sealed interface Booking {

    /** It stands in the books by this. */
    record Stored() implements Booking {}

    /** The attempt had ended before, and what was booked then stands: nothing was stored. */
    record Late() implements Booking {}

    /** The receipt is in another sale: nothing was stored. */
    record Taken(SaleId by) implements Booking {}
}
