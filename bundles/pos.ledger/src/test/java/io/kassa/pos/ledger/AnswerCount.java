package io.kassa.pos.ledger;

/** Counts how often a PostgreSQL server says that it is ready for the next query, in the bytes that it sends without TLS. */
final class AnswerCount {

    private static final int LENGTH = 4;

    private volatile long ready;
    /** Of the message that is under way: its bytes so far without the kind, and how long it is. */
    private int at = -1;

    private int length;

    long ready() {
        return ready;
    }

    synchronized void read(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            read(bytes[i]);
        }
    }

    private void read(byte next) {
        if (at < 0) {
            at = 0;
            length = 0;
            ready += next == 'Z' ? 1 : 0;
            return;
        }
        if (at < LENGTH) {
            length = length << Byte.SIZE | next & 0xff;
        }
        at++;
        if (at >= LENGTH && at == length) {
            at = -1;
        }
    }
}
