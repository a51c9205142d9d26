package io.kassa.smartum.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.books.Books;
import io.kassa.smartum.sandbox.books.Ids;
import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.checkout.Checkout;
import io.kassa.smartum.sandbox.checkout.Checkouts;
import io.kassa.smartum.sandbox.contract.Term;
import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Opens checkouts for web shops. A point of sale does not need this. */
final class CheckoutDesk {
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");

    private final Books books;
    private final Checkouts checkouts;
    private final Ids ids;
    private final Bodies bodies;
    private final Supplier<URI> pages;

    CheckoutDesk(Books books, Checkouts checkouts, Ids ids, Bodies bodies, Supplier<URI> pages) {
        this.books = books;
        this.checkouts = checkouts;
        this.ids = ids;
        this.bodies = bodies;
        this.pages = pages;
    }

    Answer open(HttpRequest request) {
        Checkout checkout = read(request);
        boolean sensible = books.venue(checkout.venue())
                .filter(venue -> venue.benefits().contains(checkout.benefit()))
                .filter(venue -> checkout.cents() > 0)
                .filter(venue -> ADDRESS.matcher(checkout.successUrl()).matches())
                .filter(venue -> ADDRESS.matcher(checkout.cancelUrl()).matches())
                .isPresent();
        if (!sensible) {
            return bodies.error(400, Term.CODE_BAD_REQUEST, "a venue, its benefit, an amount and two web addresses");
        }
        checkouts.open(checkout);
        String page = pages.get() + "/phone#/checkout/" + checkout.id();
        return bodies.data(200, Map.of(bodies.word(Term.CHECKOUT_URL), page));
    }

    private Checkout read(HttpRequest request) {
        JsonNode body = json(request);
        JsonNode amount = body.path(bodies.word(Term.CHECKOUT_AMOUNT));
        return new Checkout(
                ids.id("checkout_"),
                text(body, Term.CHECKOUT_VENUE),
                text(body, Term.CHECKOUT_BENEFIT),
                amount.isIntegralNumber() && amount.canConvertToLong() ? amount.longValue() : 0,
                text(body, Term.CHECKOUT_PRODUCT),
                text(body, Term.CHECKOUT_SUCCESS_URL),
                text(body, Term.CHECKOUT_CANCEL_URL),
                text(body, Term.CHECKOUT_NONCE));
    }

    private String text(JsonNode body, Term member) {
        return body.path(bodies.word(member)).asText();
    }

    private static JsonNode json(HttpRequest request) {
        try {
            return Json.mapper().readTree(request.body());
        } catch (IOException e) {
            return Json.mapper().createObjectNode();
        }
    }
}
