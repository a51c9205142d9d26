package io.kassa.smartum.sandbox.books;

/** Whose money it is. */
public enum Payer {
    /** The customer with the phone: balances fall and rise. */
    CUSTOMER,
    /** Somebody made up for a special receipt, without an account. */
    STRANGER
}
