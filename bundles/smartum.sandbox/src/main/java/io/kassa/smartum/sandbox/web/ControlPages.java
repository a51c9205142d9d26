package io.kassa.smartum.sandbox.web;

import io.kassa.smartum.sandbox.api.Call;
import io.kassa.smartum.sandbox.books.Books;
import io.kassa.smartum.sandbox.books.RefundResult;
import io.kassa.smartum.sandbox.books.RefundWindow;
import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.http.Reply;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Standing;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import io.kassa.smartum.sandbox.web.Views.IssuedView;
import io.kassa.smartum.sandbox.web.Views.PaymentView;
import io.kassa.smartum.sandbox.web.Views.SpecialView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's side: what the panel, browser tests and other processes steer the sandbox with. */
final class ControlPages {
    private static final String PREFIX = "/control/";
    private static final int SHOWN = 60;

    private final Bench bench;

    ControlPages(Bench bench) {
        this.bench = bench;
    }

    Optional<Reply> reply(HttpRequest request) {
        if (!request.path().startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] path = request.path().substring(PREFIX.length()).split("/");
        return switch (request.method() + " " + path[0] + " " + path.length) {
            case "GET state 1" -> Optional.of(Answers.json(200, state()));
            case "GET connection 1" -> Optional.of(Answers.json(200, connection()));
            case "GET calls 1" ->
                Optional.of(Answers.json(200, newestFirst(bench.calls().list())));
            case "POST troubles 1" -> Optional.of(trouble(Body.of(request)));
            case "DELETE troubles 1" -> done(() -> bench.troubles().clear());
            case "DELETE troubles 2" -> done(() -> bench.troubles().clear(Long.parseLong(path[1])));
            case "POST receipts 1" -> Optional.of(special(Body.of(request)));
            case "POST payments 3" -> settle(path[1], path[2], request);
            case "POST settings 1" -> settings(Body.of(request));
            case "POST accounts 2" ->
                done(() -> bench.books().topUp(path[1], Body.of(request).cents("cents")));
            default -> Optional.empty();
        };
    }

    private Map<String, Object> connection() {
        Map<String, Object> connection = new LinkedHashMap<>();
        connection.put("root", bench.root().toString());
        connection.put("clientId", bench.client().clientId());
        connection.put("clientSecret", bench.client().clientSecret());
        connection.put("publicKey", bench.publicKeyPem());
        return connection;
    }

    private Map<String, Object> state() {
        Books books = bench.books();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("connection", connection());
        state.put("venues", books.venues());
        state.put("balances", books.balances());
        state.put("window", books.window());
        state.put("refusing", bench.troubles().refusing());
        state.put("unreachable", bench.troubles().unreachable());
        state.put("troubles", bench.troubles().standing());
        state.put("targets", Target.values());
        state.put(
                "specials", Arrays.stream(Special.values()).map(SpecialView::of).toList());
        state.put(
                "issued", bench.specials().recent().stream().map(IssuedView::of).toList());
        state.put(
                "payments",
                newestFirst(books.payments()).stream()
                        .map(payment -> PaymentView.of(payment, books))
                        .toList());
        List<Call> calls = newestFirst(bench.calls().list());
        state.put("calls", calls);
        return state;
    }

    private Answer trouble(Body body) {
        Target target = body.choice("target", Target.class);
        Trouble trouble = body.part("trouble", Trouble.class);
        int calls = body.number("calls", 0);
        Standing standing = calls == 0
                ? bench.troubles().set(target, trouble)
                : bench.troubles().set(target, trouble, calls);
        return Answers.json(201, standing);
    }

    private Answer special(Body body) {
        Special kind = body.choice("special", Special.class);
        Receipt receipt = bench.specials().issue(kind, body.text("venue"), body.text("benefit"), body.cents("cents"));
        return bench.specials().recent().stream()
                .filter(issued -> issued.receipt().id().equals(receipt.id()))
                .findFirst()
                .map(issued -> Answers.json(201, IssuedView.of(issued)))
                .orElseThrow();
    }

    private Optional<Reply> settle(String payment, String act, HttpRequest request) {
        if (act.equals("cancel")) {
            return done(() -> bench.books().cancel(payment));
        }
        if (!act.equals("refund")) {
            return Optional.empty();
        }
        RefundResult result =
                bench.books().refundByService(payment, Body.of(request).cents("cents"));
        return Optional.of(
                result instanceof RefundResult.Refused refused
                        ? Answers.problem(422, refused.why().name(), "nothing was refunded")
                        : Answers.json(201, ((RefundResult.Made) result).refund()));
    }

    private Optional<Reply> settings(Body body) {
        RefundWindow window = body.choice("window", RefundWindow.class);
        return done(() -> bench.books().window(window));
    }

    private static Optional<Reply> done(Runnable act) {
        act.run();
        return Optional.of(Answer.empty(204));
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> list = new ArrayList<>(oldestFirst);
        Collections.reverse(list);
        return list.subList(0, Math.min(SHOWN, list.size()));
    }
}
