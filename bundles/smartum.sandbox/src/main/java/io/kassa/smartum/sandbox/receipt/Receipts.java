package io.kassa.smartum.sandbox.receipt;

import io.kassa.smartum.sandbox.books.Books;
import io.kassa.smartum.sandbox.books.NotPossible;
import io.kassa.smartum.sandbox.books.Order;
import io.kassa.smartum.sandbox.books.Payer;
import io.kassa.smartum.sandbox.books.Payment;
import io.kassa.smartum.sandbox.checkout.Checkout;
import io.kassa.smartum.sandbox.contract.Term;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import io.kassa.smartum.sandbox.trouble.Troubles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the customer's payments and signs their receipts. */
public final class Receipts {
    private final Books books;
    private final Signer signer;
    private final Troubles troubles;
    private final Clock clock;

    public Receipts(Books books, Signer signer, Troubles troubles, Clock clock) {
        this.books = books;
        this.signer = signer;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** The customer pays; throws {@link NotPossible} when the account or the venue does not allow it. */
    public Receipt pay(String venue, String benefit, long cents) {
        return pay(new Order(Payer.CUSTOMER, venue, benefit, cents, 0, clock.instant()));
    }

    /**
     * The customer pays a web shop; a card pays what the benefit does not cover. The receipt names the product and the shop's
     * own word.
     */
    public Receipt pay(Checkout checkout) {
        long balance = books.balances().getOrDefault(checkout.benefit(), 0L);
        long card = Math.max(0, checkout.cents() - balance);
        Order order = new Order(
                Payer.CUSTOMER, checkout.venue(), checkout.benefit(), checkout.cents(), card, clock.instant());
        return pay(order, Map.of(Term.CLAIM_PRODUCT, checkout.product(), Term.CLAIM_NONCE, checkout.nonce()));
    }

    Receipt pay(Order order) {
        return pay(order, Map.of());
    }

    private Receipt pay(Order order, Map<Term, String> more) {
        List<Trouble> struck = troubles.strike(Target.RECEIPT);
        return of(books.pay(order, id -> sign(id, order, more, struck)));
    }

    /** The receipt of a payment that is in the books. */
    public Optional<Receipt> of(String payment) {
        return books.payment(payment).map(Receipts::of);
    }

    private static Receipt of(Payment payment) {
        return new Receipt(payment.id(), Optional.of(payment.id()), payment.receipt());
    }

    private String sign(String id, Order order, Map<Term, String> more, List<Trouble> struck) {
        Instant shown = order.at();
        Keys keys = signer.published();
        for (Trouble trouble : struck) {
            if (trouble instanceof Trouble.WrongKey) {
                keys = signer.stranger();
            } else if (trouble instanceof Trouble.ClockSkew skew) {
                shown = shown.plusSeconds(skew.seconds());
            }
        }
        Order said = new Order(order.payer(), order.venue(), order.benefit(), order.cents(), order.cardCents(), shown);
        Map<String, Object> claims = signer.claims().of(id, said);
        more.forEach((claim, value) -> signer.claims().set(claims, claim, value));
        return Jws.es512(keys, claims);
    }
}
