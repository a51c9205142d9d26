package io.kassa.smartum.sandbox.books;

import java.time.Instant;

/** Money that went back for one payment. */
public record Refund(String id, String payment, long cents, Instant at) {}
