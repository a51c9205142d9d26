package io.kassa.smartum.sandbox.receipt;

import java.util.Optional;

/**
 * What a customer holds up to the till.
 *
 * @param id the transaction's id, or a made-up one when the code belongs to no transaction
 * @param transaction the transaction that the code names, if it names one
 * @param text content of the QR code; never in {@link #toString()}
 */
public record Receipt(String id, Optional<String> transaction, String text) {

    /** The QR code, or nothing when the text is too long for one. */
    public Optional<QrPicture> picture() {
        return QrPicture.of(text);
    }

    @Override
    public String toString() {
        return "Receipt[" + id + "]";
    }
}
