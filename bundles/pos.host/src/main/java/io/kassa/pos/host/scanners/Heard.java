package io.kassa.pos.host.scanners;

/** What came in from a scanner. */
public sealed interface Heard {

    /** A whole scan. Does not print the text: a receipt's is as good as money. */
    record Scan(String text) implements Heard {

        @Override
        public String toString() {
            return "Scan[" + text.length() + "]";
        }
    }

    /** What came in is no scan, and was thrown away. */
    record Unreadable(Why why) implements Heard {}

    enum Why {
        /** Bytes that are no text: mostly another speed or another parity than the scanner's. */
        NO_TEXT,
        /** The end that is set did not come. */
        NO_END,
        /** More than {@link SerialSettings#LONGEST} bytes without an end. */
        TOO_LONG
    }
}
