package io.kassa.itests.walk;

/**
 * What the customer's app shows.
 *
 * @param transaction the transaction id, or nothing when the code carries none
 * @param text what the code says
 * @param picture the code as a PNG; empty when no code can hold the text
 */
record SmartumReceipt(String transaction, String text, byte[] picture) {

    @Override
    public String toString() {
        return "receipt " + transaction;
    }
}
