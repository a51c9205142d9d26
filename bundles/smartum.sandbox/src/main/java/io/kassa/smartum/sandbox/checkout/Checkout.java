package io.kassa.smartum.sandbox.checkout;

/**
 * A web shop's wish to be paid, which the customer accepts on a page of the provider.
 *
 * @param successUrl where the browser goes with the receipt as parameter {@code jwt}
 * @param cancelUrl where it goes otherwise
 * @param nonce the shop's own word, which comes back in the receipt
 */
public record Checkout(
        String id,
        String venue,
        String benefit,
        long cents,
        String product,
        String successUrl,
        String cancelUrl,
        String nonce) {

    /** The success address with a receipt in it. */
    public String success(String receipt) {
        return successUrl + (successUrl.contains("?") ? "&" : "?") + "jwt=" + receipt;
    }
}
