package io.kassa.smartum.plugin;

import io.kassa.smartum.plugin.text.Reason;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that can become of an answer, and what the till makes of it. The same rows stand in docs/reliability.md. */
final class LostAnswers {
    private static final int LATE_MILLIS = 3000;
    private static final int TOKEN_DOWN = 503;
    private static final String ELSEWHERE = "http://127.0.0.1:9/";

    /** What follows when the refund itself was struck. */
    enum Then {
        NOTHING("–"),
        BEGIN_AGAIN("a new refund can be begun at once"),
        ASKED("asked after 2 s, found done; sent once"),
        ASKED_WHEN_DONE("asked after 2 s, 5 s …, found when it is done; sent once"),
        SENT_AGAIN("asked after 2 s, 5 s …, and after 1 min sent again with the same key"),
        SENT_AGAIN_WHEN_TOLD("asked after the 90 s that Smartum wanted, and then sent again with the same key"),
        TOKEN_RENEWED("sent again at once with a new token and the same key");

        private final String words;

        Then(String words) {
            this.words = words;
        }
    }

    /**
     * @param refund when the request for the refund is struck
     * @param lookUp when the look-up before a refund is struck
     * @param inquiry when the question how a refund ended is struck; it was carried out
     * @param scan when the look-up of a scanned receipt is struck
     */
    record Fate(String refund, Then then, String lookUp, String inquiry, String scan) {}

    /** At which moment a row strikes. */
    enum When {
        AT_THE_CALL,
        FROM_THE_START,
        /** All is at another address than the sandbox's, also the payment: one belongs to the address at which it was made. */
        ELSEWHERE
    }

    /** @param strike sets the trouble on a target */
    record Row(String name, Fate fate, Map<String, Object> settings, When when, Strike strike) {

        String line() {
            return String.join(
                    " | ",
                    "| " + name,
                    fate.refund(),
                    fate.then().words,
                    fate.lookUp(),
                    fate.inquiry(),
                    fate.scan() + " |");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    interface Strike {
        void on(Counter counter, Target target);
    }

    private static final String UNANSWERED = declined(Reason.REFUND_UNANSWERED);
    private static final String UNAUTHORIZED = declined(Reason.REFUND_UNAUTHORIZED);

    private static final String NO_SECRET = declined(Reason.REFUND_NO_SECRET);

    /** It did not leave, so nothing can have happened. */
    private static final Fate NOT_SENT = new Fate(UNANSWERED, Then.BEGIN_AGAIN, UNANSWERED, "Unknown", "Paid, SIGNED");

    /** It left, was not carried out, and the till cannot know that. */
    private static final Fate NOT_DONE = new Fate("Unknown", Then.SENT_AGAIN, UNANSWERED, "Unknown", "Paid, SIGNED");

    /** It left and was carried out, and the till did not hear so. */
    private static final Fate NOT_HEARD = new Fate("Unknown", Then.ASKED, UNANSWERED, "Unknown", "Paid, SIGNED");

    /** As that, and the provider said when to come back. */
    private static final Fate PUT_OFF =
            new Fate("Unknown", Then.SENT_AGAIN_WHEN_TOLD, UNANSWERED, "Unknown", "Paid, SIGNED");

    private static final Fate HARMLESS = new Fate("Refunded", Then.NOTHING, "Refunded", "Refunded", "Paid, CONFIRMED");

    static String declined(Reason reason) {
        return "Declined, `" + reason.happened() + "`";
    }

    static List<Row> rows() {
        return Stream.of(unreached(), unheard(), misshapen(), elsewhere(), statuses(), refusals(), tokens(), wrong())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> unreached() {
        return List.of(
                whole("connection refused", NOT_SENT, Map.of(), new Trouble.Refuse()),
                whole(
                        "connect time-out",
                        NOT_SENT,
                        Map.of("connectMillis", 300, "requestMillis", 1500),
                        new Trouble.Unreachable()),
                configured("unknown host", counter -> "https://no-such-host.invalid"),
                configured(
                        "TLS failure",
                        counter -> "https://127.0.0.1:"
                                + counter.bench.sandbox.root().getPort()));
    }

    private static List<Row> unheard() {
        return List.of(
                slow("read time-out", NOT_DONE, new Trouble.Stall(20)),
                row("reset before processing", NOT_DONE, new Trouble.Reset()),
                row("reset after processing", NOT_HEARD, new Trouble.LoseAnswerAfterProcessing()),
                row(
                        "reset, and processed a second later",
                        new Fate("Unknown", Then.ASKED_WHEN_DONE, UNANSWERED, "Unknown", "Paid, SIGNED"),
                        new Trouble.ProcessLate(1)),
                row(
                        "reset after processing, and keys are ignored",
                        NOT_HEARD,
                        new Trouble.IgnoreIdempotencyKey(),
                        new Trouble.LoseAnswerAfterProcessing()),
                row("truncated body", NOT_HEARD, new Trouble.CutMidway()),
                slow("slow drip", NOT_HEARD, new Trouble.SlowDrip(100)),
                slow(
                        "answers out of order: success reported after the till stopped waiting and asked again",
                        NOT_HEARD,
                        new Trouble.AnswerLate(LATE_MILLIS)));
    }

    private static List<Row> misshapen() {
        return List.of(
                row("wrong content type, right body", HARMLESS, new Trouble.WrongContentType()),
                row("HTML instead of JSON", NOT_DONE, new Trouble.Html()),
                row("wrong charset", NOT_HEARD, new Trouble.WrongCharset()),
                row("duplicate member", NOT_HEARD, new Trouble.DuplicateMember()),
                row("missing member", NOT_HEARD, new Trouble.MissingMember()),
                row("unexpected shape", NOT_HEARD, new Trouble.OtherShape()),
                row("numbers as text", NOT_HEARD, new Trouble.NumbersAsText()),
                row("huge body", NOT_DONE, new Trouble.HugeBody(50_000_000)),
                row("compressed bomb", NOT_DONE, new Trouble.CompressedBomb(50_000_000)));
    }

    private static List<Row> elsewhere() {
        return List.of(
                redirect("redirect, same host", root -> root + "/elsewhere"),
                redirect("redirect, other host", root -> ELSEWHERE),
                redirect("redirect, loop", root -> root + "/v1/transactions/tx_R60D21hL60bj5N1v/refunds"));
    }

    /** Without the contract's error in their bodies: nobody knows who wrote them. */
    private static List<Row> statuses() {
        return Stream.of(
                        Stream.of(400, 403, 404, 408, 409, 410, 422, 429)
                                .map(code -> row(code + ", strange body", NOT_DONE, new Trouble.Status(code, 0))),
                        Stream.of(500, 502, 503, 504)
                                .map(code -> row(String.valueOf(code), NOT_DONE, new Trouble.Status(code, 0))),
                        Stream.of(429, 503)
                                .map(code -> row(code + " with Retry-After", PUT_OFF, new Trouble.Status(code, 90))),
                        Stream.of(405, 501)
                                .map(code -> row(
                                        code + ": not offered",
                                        new Fate(
                                                declined(Reason.REFUND_NOT_OFFERED),
                                                Then.BEGIN_AGAIN,
                                                "Refunded",
                                                "Unknown",
                                                "Paid, SIGNED"),
                                        new Trouble.Status(code, 0))),
                        Stream.of(row(
                                "401 for every token",
                                new Fate(UNAUTHORIZED, Then.BEGIN_AGAIN, UNAUTHORIZED, "Unknown", "Paid, SIGNED"),
                                new Trouble.Status(401, 0))))
                .flatMap(Function.identity())
                .toList();
    }

    /** With an error as the contract has it: the provider decided. */
    private static List<Row> refusals() {
        return List.of(
                refusal(400, "something_new", Reason.REFUND_REFUSED),
                refusal(403, "something_new", Reason.REFUND_REFUSED),
                refusal(404, "unknown_transaction", Reason.REFUND_PAYMENT_UNKNOWN, Reason.UNKNOWN_TO_PROVIDER),
                conflict("idempotency_conflict"),
                conflict("something_new"),
                refusal(410, "something_new", Reason.REFUND_REFUSED),
                refusal(422, "refund_window_closed", Reason.REFUND_CLOSED_BY_PROVIDER),
                refusal(422, "amount_exceeds_payment", Reason.REFUND_TOO_MUCH),
                row(
                        "422 `already_refunded`, and the total is as before",
                        new Fate(
                                declined(Reason.REFUND_REFUSED),
                                Then.BEGIN_AGAIN,
                                declined(Reason.REFUND_NOTHING_LEFT),
                                "Unknown",
                                "Paid, SIGNED"),
                        new Trouble.Refusal(422, "already_refunded", 0)),
                refusal(422, "wrong_venue", Reason.REFUND_WRONG_VENUE, Reason.OTHER_VENUE),
                refusal(422, "something_new", Reason.REFUND_REFUSED),
                row("429 `rate_limited`", NOT_DONE, new Trouble.Refusal(429, "rate_limited", 0)),
                row("503 `wrong_venue`", NOT_DONE, new Trouble.Refusal(503, "wrong_venue", 0)));
    }

    private static List<Row> tokens() {
        return List.of(
                row(
                        "token expires in the middle",
                        new Fate("Refunded", Then.TOKEN_RENEWED, "Refunded", "Refunded", "Paid, CONFIRMED"),
                        new Trouble.TokenExpiresNow()),
                new Row(
                        "token expires, and the token endpoint is down",
                        NOT_SENT,
                        Map.of(),
                        When.AT_THE_CALL,
                        (counter, target) -> {
                            set(counter, target, new Trouble.TokenExpiresNow());
                            set(counter, Target.TOKEN, new Trouble.Status(TOKEN_DOWN, 0));
                        }),
                token("token endpoint down", NOT_SENT, new Trouble.Status(TOKEN_DOWN, 0)),
                token("token endpoint answers with a web page", NOT_SENT, new Trouble.Html()),
                token(
                        "token endpoint refuses the secret",
                        new Fate(UNAUTHORIZED, Then.BEGIN_AGAIN, UNAUTHORIZED, "Unknown", "Paid, SIGNED"),
                        new Trouble.Status(401, 0)),
                new Row(
                        "the till finds its secret no more",
                        new Fate(NO_SECRET, Then.BEGIN_AGAIN, NO_SECRET, "Unknown", "Paid, SIGNED"),
                        Map.of(),
                        When.FROM_THE_START,
                        (counter, target) -> counter.bench.secretIsThere = false));
    }

    private static List<Row> wrong() {
        String contradicted = "refused, `" + Reason.CONTRADICTED.happened() + "`";
        return List.of(
                row("an answer for another transaction", NOT_HEARD, new Trouble.OtherTransaction()),
                row(
                        "an answer with another amount",
                        new Fate("Unknown", Then.ASKED, "Refunded", "Refunded", contradicted),
                        new Trouble.OtherAmount()),
                row("the provider's clock is an hour ahead", HARMLESS, new Trouble.ClockSkew(3600)),
                row("the provider's clock is an hour behind", HARMLESS, new Trouble.ClockSkew(-3600)));
    }

    private static Row row(String name, Fate fate, Trouble... troubles) {
        return new Row(name, fate, Map.of(), When.AT_THE_CALL, all(troubles));
    }

    /** Struck before anything is asked. */
    private static Row whole(String name, Fate fate, Map<String, Object> settings, Trouble trouble) {
        return new Row(
                name, fate, settings, When.FROM_THE_START, (counter, target) -> set(counter, Target.ALL, trouble));
    }

    private static Row configured(String name, Function<Counter, String> url) {
        return new Row(
                name,
                NOT_SENT,
                Map.of(),
                When.ELSEWHERE,
                (counter, target) -> counter.with("smartumUrl", url.apply(counter)));
    }

    /** Waits less, so that the test does. */
    private static Row slow(String name, Fate fate, Trouble trouble) {
        return new Row(
                name, fate, Map.of("requestMillis", 1500, "lookupWaitMillis", 500), When.AT_THE_CALL, all(trouble));
    }

    private static Row redirect(String name, Function<URI, String> location) {
        return new Row(
                name,
                NOT_DONE,
                Map.of(),
                When.AT_THE_CALL,
                (counter, target) ->
                        set(counter, target, new Trouble.Redirect(location.apply(counter.bench.sandbox.root()))));
    }

    private static Row token(String name, Fate fate, Trouble trouble) {
        return new Row(
                name, fate, Map.of(), When.FROM_THE_START, (counter, target) -> set(counter, Target.TOKEN, trouble));
    }

    private static Row refusal(int status, String code, Reason reason) {
        return refusal(status, code, reason, "Paid, SIGNED");
    }

    private static Row refusal(int status, String code, Reason reason, Reason scan) {
        return refusal(status, code, reason, "refused, `" + scan.happened() + "`");
    }

    private static Row refusal(int status, String code, Reason reason, String scan) {
        Fate fate = new Fate(declined(reason), Then.BEGIN_AGAIN, declined(reason), "Unknown", scan);
        return row(status + " `" + code + "`", fate, new Trouble.Refusal(status, code, 0));
    }

    private static Row conflict(String code) {
        Fate fate = new Fate("Unknown", Then.SENT_AGAIN, declined(Reason.REFUND_REFUSED), "Unknown", "Paid, SIGNED");
        return row("409 `" + code + "`", fate, new Trouble.Refusal(409, code, 0));
    }

    private static Strike all(Trouble... troubles) {
        return (counter, target) -> Stream.of(troubles).forEach(trouble -> set(counter, target, trouble));
    }

    private static void set(Counter counter, Target target, Trouble trouble) {
        if (trouble instanceof Trouble.TokenExpiresNow) {
            counter.bench.sandbox.troubles().set(target, trouble, 1);
        } else {
            counter.bench.sandbox.troubles().set(target, trouble);
        }
    }

    private LostAnswers() {}
}
