package io.kassa.pos.host.method;

/** How a call on a plug-in ended. */
public sealed interface Called<T> {

    record Answered<T>(T value) implements Called<T> {}

    /**
     * It threw, or it overran its patience: nobody knows how far it came.
     *
     * @param over whether it threw, so that it does nothing any more
     */
    record Failed<T>(boolean over) implements Called<T> {}

    /** It says that the books cannot be written. */
    record BooksAway<T>() implements Called<T> {}
}
