package io.kassa.smartum.sandbox.receipt;

import io.kassa.smartum.sandbox.books.Books;
import io.kassa.smartum.sandbox.books.Ids;
import io.kassa.smartum.sandbox.books.Order;
import io.kassa.smartum.sandbox.books.Payer;
import io.kassa.smartum.sandbox.books.Venue;
import io.kassa.smartum.sandbox.contract.Term;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Issues {@link Special} receipts. Those that are payments stand in the books as a stranger's. */
public final class Specials {
    private static final int RUBBISH_LENGTH = 10_000;
    private static final int KEPT = 50;

    private final Books books;
    private final Receipts receipts;
    private final Signer signer;
    private final Ids ids;
    private final Clock clock;
    private final Deque<Issued> recent = new ArrayDeque<>();

    /** What was issued when. */
    public record Issued(Special kind, Receipt receipt, long cents, Instant at) {}

    public Specials(Books books, Receipts receipts, Signer signer, Ids ids, Clock clock) {
        this.books = books;
        this.receipts = receipts;
        this.signer = signer;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first; older ones are forgotten. */
    public synchronized List<Issued> recent() {
        return List.copyOf(recent);
    }

    /** The special receipt that differs from a genuine one for this venue, benefit and amount in just one way. */
    public Receipt issue(Special kind, String venue, String benefit, long cents) {
        Receipt receipt = make(kind, venue, benefit, cents);
        synchronized (this) {
            recent.addFirst(new Issued(kind, receipt, cents, clock.instant()));
            if (recent.size() > KEPT) {
                recent.removeLast();
            }
        }
        return receipt;
    }

    private Receipt make(Special kind, String venue, String benefit, long cents) {
        Order order = order(venue, benefit, cents, 0, clock.instant());
        return switch (kind) {
            case OTHER_VENUE -> receipts.pay(order(elsewhere(venue, benefit), benefit, cents, 0, order.at()));
            case OTHER_BENEFIT -> receipts.pay(order(venue, otherBenefit(venue, benefit), cents, 0, order.at()));
            case OLD -> receipts.pay(order(venue, benefit, cents, 0, order.at().minus(Duration.ofDays(3))));
            case PART_CARD -> receipts.pay(order(venue, benefit, cents, cents / 2, order.at()));
            case ALREADY_REFUNDED -> then(order, paid -> books.refundByService(paid, cents));
            case CANCELLED -> then(order, books::cancel);
            case IN_A_LINK -> reworded(order, text -> "https://app.smartum.fi/receipt?jwt=" + text);
            case NUMBER_ONLY -> numberOnly(order);
            case TRUNCATED -> reworded(order, text -> text.substring(0, text.length() * 2 / 3));
            case FORGED -> forged(order);
            case UNSIGNED -> unpaid(Jws::unsigned, order);
            case WRONG_KEY -> unpaid(claims -> Jws.es512(signer.stranger(), claims), order);
            case OTHER_ALGORITHM ->
                unpaid(claims -> Jws.es256(signer.small(), signer.published().id(), claims), order);
            case SHARED_SECRET -> unpaid(claims -> Jws.hs256(signer.published(), claims), order);
            case EMBEDDED_KEY ->
                unpaid(claims -> Jws.es512(signer.stranger(), Map.of("jwk", jwk(signer.stranger())), claims), order);
            case CRITICAL_HEADER ->
                unpaid(
                        claims -> Jws.es512(signer.published(), Map.of("crit", new String[] {"x"}, "x", true), claims),
                        order);
            case UNKNOWN -> signed(order, claims -> {});
            case EXPIRED -> signed(order, claims -> time(claims, Term.CLAIM_EXPIRES, Duration.ofHours(-1)));
            case FUTURE -> signed(order, claims -> time(claims, Term.CLAIM_ISSUED_AT, Duration.ofHours(1)));
            case NOT_PAID -> signed(order, claims -> set(claims, Term.CLAIM_STATUS, word(Term.STATUS_CANCELLED)));
            case OTHER_CURRENCY -> signed(order, claims -> set(claims, Term.CLAIM_CURRENCY, "SEK"));
            case NO_AMOUNT -> signed(order, claims -> set(claims, Term.CLAIM_AMOUNT, 0));
            case WEB_LINK -> new Receipt(ids.id("special-"), Optional.empty(), "https://example.org/menu?table=7");
            case RUBBISH -> new Receipt(ids.id("special-"), Optional.empty(), rubbish());
        };
    }

    /** Turns a text into another one. */
    private interface Rewording {
        String of(String text);
    }

    /** Signs claims, well or badly. */
    private interface Signing {
        String of(Map<String, Object> claims);
    }

    private Receipt then(Order order, Consumer<String> act) {
        Receipt paid = receipts.pay(order);
        act.accept(paid.id());
        return paid;
    }

    private Receipt reworded(Order order, Rewording rewording) {
        Receipt paid = receipts.pay(order);
        return new Receipt(ids.id("special-"), paid.transaction(), rewording.of(paid.text()));
    }

    private Receipt numberOnly(Order order) {
        Receipt paid = receipts.pay(order);
        return new Receipt(ids.id("special-"), paid.transaction(), paid.id());
    }

    private Receipt unpaid(Signing signing, Order order) {
        String id = ids.id(word(Term.PREFIX_TRANSACTION));
        return new Receipt(
                ids.id("special-"), Optional.of(id), signing.of(signer.claims().of(id, order)));
    }

    private Receipt signed(Order order, Consumer<Map<String, Object>> change) {
        return unpaid(
                claims -> {
                    change.accept(claims);
                    return Jws.es512(signer.published(), claims);
                },
                order);
    }

    private Receipt forged(Order order) {
        Receipt paid = receipts.pay(order);
        Map<String, Object> claims = signer.claims().of(paid.id(), order);
        set(claims, Term.CLAIM_AMOUNT, order.cents() * 10);
        return new Receipt(ids.id("special-"), paid.transaction(), Jws.forged(paid.text(), claims));
    }

    private void time(Map<String, Object> claims, Term claim, Duration fromNow) {
        signer.claims().time(claims, claim, clock.instant().plus(fromNow));
    }

    private void set(Map<String, Object> claims, Term claim, Object value) {
        signer.claims().set(claims, claim, value);
    }

    private String word(Term term) {
        return signer.claims().word(term);
    }

    private String elsewhere(String venue, String benefit) {
        return books.venues().stream()
                .filter(other -> !other.ours() && !other.id().equals(venue))
                .sorted((a, b) -> Boolean.compare(
                        b.benefits().contains(benefit), a.benefits().contains(benefit)))
                .map(Venue::id)
                .findFirst()
                .orElseThrow();
    }

    private String otherBenefit(String venue, String benefit) {
        return books.venue(venue).stream()
                .flatMap(here -> here.benefits().stream())
                .filter(other -> !other.equals(benefit))
                .findFirst()
                .orElse(benefit.equals("lunch") ? "culture" : "lunch");
    }

    private String rubbish() {
        StringBuilder text = new StringBuilder();
        while (text.length() < RUBBISH_LENGTH) {
            text.append(ids.secret()).append("<>&\"'{}%.?/ ");
        }
        return text.substring(0, RUBBISH_LENGTH);
    }

    private static Order order(String venue, String benefit, long cents, long cardCents, Instant at) {
        return new Order(Payer.STRANGER, venue, benefit, cents, cardCents, at);
    }

    private static Map<String, Object> jwk(Keys keys) {
        ECPublicKey key = (ECPublicKey) keys.open();
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-521",
                "x",
                coordinate(key.getW().getAffineX()),
                "y",
                coordinate(key.getW().getAffineY()));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] sized = new byte[66];
        byte[] tail = bytes.length > 66 ? Arrays.copyOfRange(bytes, bytes.length - 66, bytes.length) : bytes;
        System.arraycopy(tail, 0, sized, 66 - tail.length, tail.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sized);
    }
}
