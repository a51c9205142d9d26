package io.kassa.pos.host.attempt;

import io.kassa.pos.spi.payment.Turn;

/** Where an attempt stands after its method was asked. */
public sealed interface Progress<O> {

    record Asking<O>(Turn.Ask<O> ask) implements Progress<O> {}

    /** To be stored by the caller before anybody is told. */
    record Ended<O>(O outcome) implements Progress<O> {}

    /** Nobody serves the method just now. */
    record Away<O>() implements Progress<O> {}

    /** The plug-in threw or overran; what it did is not known. */
    record Failed<O>() implements Progress<O> {}

    /** The plug-in could not write the books. */
    record BooksAway<O>() implements Progress<O> {}
}
