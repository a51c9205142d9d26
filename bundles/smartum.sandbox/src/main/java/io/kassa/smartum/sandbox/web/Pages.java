package io.kassa.smartum.sandbox.web;

import io.kassa.smartum.sandbox.books.Event;
import io.kassa.smartum.sandbox.books.NotPossible;
import io.kassa.smartum.sandbox.http.Handler;
import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.http.Reply;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import java.util.Map;
import java.util.Optional;

/** The customer's phone ({@code /phone}), the operator's panel ({@code /panel}), and the JSON behind both. */
public final class Pages implements Handler {
    private final Guard guard = new Guard(this::route);
    private final Assets assets = new Assets();
    private final Feed feed = new Feed();
    private final PhonePages phone;
    private final ControlPages control;
    private final Pictures pictures;

    public Pages(Bench bench) {
        this.phone = new PhonePages(bench);
        this.control = new ControlPages(bench);
        this.pictures = new Pictures(bench);
        bench.books().onChange(this::tell);
        bench.troubles().onChange(() -> feed.tell("troubles", "{}"));
        bench.calls().onChange(() -> feed.tell("calls", "{}"));
    }

    @Override
    public Reply handle(HttpRequest request) {
        return guard.handle(request);
    }

    private Reply route(HttpRequest request) {
        try {
            return page(request)
                    .or(() -> phone.reply(request))
                    .or(() -> pictures.reply(request))
                    .or(() -> control.reply(request))
                    .orElseGet(() -> Answers.problem(404, "NOT_FOUND", "nothing is here"));
        } catch (NotPossible e) {
            return Answers.problem(422, e.why().name(), "nothing has changed");
        } catch (IllegalArgumentException e) {
            return Answers.problem(400, "BAD_REQUEST", String.valueOf(e.getMessage()));
        }
    }

    private Optional<Reply> page(HttpRequest request) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        return switch (request.path()) {
            case "/" -> Optional.of(Answer.empty(302).with("Location", "/panel"));
            case "/phone" -> assets.file("phone.html").map(Reply.class::cast);
            case "/panel" -> assets.file("panel.html").map(Reply.class::cast);
            case "/events" -> Optional.of(feed.open());
            default ->
                request.path().startsWith("/assets/")
                        ? assets.file(request.path().substring("/assets/".length()))
                                .map(Reply.class::cast)
                        : Optional.empty();
        };
    }

    private void tell(Event event) {
        if (event instanceof Event.Refunded refunded) {
            feed.tell(
                    "refunded",
                    Answers.text(Map.of(
                            "payment", refunded.refund().payment(),
                            "cents", refunded.refund().cents())));
        } else if (event instanceof Event.Cancelled cancelled) {
            feed.tell("cancelled", Answers.text(Map.of("payment", cancelled.payment())));
        } else {
            feed.tell("books", "{}");
        }
    }
}
