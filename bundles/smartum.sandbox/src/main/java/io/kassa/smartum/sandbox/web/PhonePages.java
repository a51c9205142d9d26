package io.kassa.smartum.sandbox.web;

import io.kassa.smartum.sandbox.books.Books;
import io.kassa.smartum.sandbox.books.Payer;
import io.kassa.smartum.sandbox.books.Payment;
import io.kassa.smartum.sandbox.checkout.Checkout;
import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.http.Reply;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.web.Views.PaymentView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the customer's phone asks for. */
final class PhonePages {
    private static final int SHOWN = 60;
    private static final String CHECKOUTS = "/phone/checkouts/";

    private final Bench bench;

    PhonePages(Bench bench) {
        this.bench = bench;
    }

    Optional<Reply> reply(HttpRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /phone/state" -> Optional.of(Answers.json(200, state()));
            case "POST /phone/payments" -> Optional.of(pay(Body.of(request)));
            default ->
                request.path().startsWith(CHECKOUTS)
                        ? checkout(request.method(), request.path().substring(CHECKOUTS.length()))
                        : Optional.empty();
        };
    }

    private Optional<Reply> checkout(String method, String id) {
        return switch (method) {
            case "GET" -> bench.checkouts().find(id).map(found -> Answers.json(200, found));
            case "POST" -> bench.checkouts().take(id).map(this::pay);
            default -> Optional.empty();
        };
    }

    private Reply pay(Checkout checkout) {
        Receipt receipt = bench.receipts().pay(checkout);
        return Answers.json(201, Map.of("url", checkout.success(receipt.text())));
    }

    private Map<String, Object> state() {
        Books books = bench.books();
        List<Payment> payments = new ArrayList<>(books.payments());
        Collections.reverse(payments);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("customer", "Aino");
        state.put("balances", books.balances());
        state.put("venues", books.venues());
        state.put(
                "payments",
                payments.stream()
                        .filter(payment -> payment.order().payer() == Payer.CUSTOMER)
                        .limit(SHOWN)
                        .map(payment -> PaymentView.of(payment, books))
                        .toList());
        return state;
    }

    private Reply pay(Body body) {
        Receipt receipt = bench.receipts().pay(body.text("venue"), body.text("benefit"), body.cents("cents"));
        Payment paid = bench.books().payment(receipt.id()).orElseThrow();
        return Answers.json(201, PaymentView.of(paid, bench.books()));
    }
}
