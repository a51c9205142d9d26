package io.kassa.smartum.core.api;

import io.kassa.smartum.core.contract.TransactionId;

/**
 * A refund that the provider carried out.
 *
 * @param id the provider's name for it
 * @param transaction the payment that it belongs to
 * @param cents the amount in euro cents
 */
public record Refund(String id, TransactionId transaction, long cents) {}
