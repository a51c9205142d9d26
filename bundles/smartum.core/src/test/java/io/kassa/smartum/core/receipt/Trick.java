package io.kassa.smartum.core.receipt;

import java.util.function.UnaryOperator;

/**
 * One thing that is done to a part of a receipt on its way.
 *
 * @param name what, for whoever reads a failure
 * @param fate what it means for the receipt
 * @param on the part as it becomes
 */
record Trick(String name, Fate fate, UnaryOperator<String> on) {
    enum Fate {
        /** It still is the receipt that was issued. */
        SURVIVES,
        /** Refused before any signature is checked. */
        CHEAP,
        REFUSED
    }

    static Trick survives(String name, UnaryOperator<String> on) {
        return new Trick(name, Fate.SURVIVES, on);
    }

    static Trick cheap(String name, UnaryOperator<String> on) {
        return new Trick(name, Fate.CHEAP, on);
    }

    static Trick refused(String name, UnaryOperator<String> on) {
        return new Trick(name, Fate.REFUSED, on);
    }
}
