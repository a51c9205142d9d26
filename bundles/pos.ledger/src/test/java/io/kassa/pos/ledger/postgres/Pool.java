package io.kassa.pos.ledger.postgres;

/** For tests outside of this package. */
public final class Pool {

    /** How many connections a host has at most. */
    public static final int SIZE = PostgresServer.CONNECTIONS;

    private Pool() {}
}
