package io.kassa.smartum.core.api;

import io.kassa.smartum.core.api.ApiResult.NoAnswer;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Refused;
import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.ApiResult.Silence;
import io.kassa.smartum.core.api.ApiResult.Unsupported;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Term;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.json.StrictJson;
import io.kassa.smartum.core.json.Unfit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/**
 * The provider's interface for points of sale. Every call returns within its patience, whatever the peer does, and names what
 * may have happened. Safe for several threads.
 */
public final class SmartumApi {
    private static final Set<Integer> BUSY = Set.of(408, 425, 429);

    private final Wire wire;
    private final URI root;
    private final Contract contract;
    private final Answers answers;
    private final Tokens tokens;

    /**
     * @param client kept for the life of the plug-in; must not follow redirects, and its connect time-out is the one in force
     * @param root the address that all paths of the contract are added to, with or without a slash at its end
     */
    public SmartumApi(HttpClient client, URI root, Credentials credentials, Contract contract, Limits limits) {
        this.wire = new Wire(client, limits);
        this.root = root;
        this.contract = contract;
        this.answers = new Answers(contract);
        this.tokens = new Tokens(wire, at(contract.get(Term.TOKEN_PATH)), contract, credentials);
    }

    private SmartumApi(SmartumApi same, Contract contract) {
        this.wire = same.wire;
        this.root = same.root;
        this.contract = contract;
        this.answers = new Answers(contract);
        this.tokens = same.tokens;
    }

    /** The same provider under another contract; identifies itself as before. */
    public SmartumApi under(Contract other) {
        return new SmartumApi(this, other);
    }

    /** Whether the shop can identify itself. */
    public ApiResult<Boolean> authenticate(Duration patience) {
        return tokens.get(Deadline.in(patience)).then(token -> new Ok<>(true));
    }

    /** Whether the provider is there at all; needs no credentials. */
    public ApiResult<Venues> venues(Duration patience) {
        String path = contract.get(Term.VENUES_PATH);
        if (path.isEmpty()) {
            return new Unsupported<>();
        }
        return wire.exchange(request(path).GET().build(), Deadline.in(patience))
                .then(answer ->
                        judged(answer, a -> answers.venues(a.body(), a.headers().firstValue("Date"))));
    }

    /** What the provider knows about a payment. Moves nothing. */
    public ApiResult<Transaction> lookUp(TransactionId id, Duration patience) {
        String path = path(Term.LOOKUP_PATH, id);
        if (path.isEmpty()) {
            return new Unsupported<>();
        }
        return authorized(request(path).GET(), Deadline.in(patience), answer -> answers.transaction(id, answer.body()));
    }

    /**
     * Sends money back. Repeating the call with the same key is the same refund to the provider.
     *
     * @param cents the amount in euro cents, above zero
     * @param key names this refund for ever; chosen and stored before the first call
     */
    public ApiResult<Refund> refund(TransactionId id, long cents, String key, Duration patience) {
        if (cents <= 0) {
            throw new IllegalArgumentException("a refund is above zero");
        }
        String path = path(Term.REFUND_PATH, id);
        if (path.isEmpty()) {
            return new Unsupported<>();
        }
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header(contract.get(Term.REFUND_KEY_HEADER), key)
                .POST(BodyPublishers.ofString("{\"" + contract.get(Term.REFUND_AMOUNT) + "\":" + cents + "}"));
        return authorized(request, Deadline.in(patience), answer -> answers.refund(id, cents, answer.body()));
    }

    /** A token that died early is replaced once: HTTP 401 says that the request was not carried out (RFC 9110). */
    private <T> ApiResult<T> authorized(HttpRequest.Builder request, Deadline deadline, Reader<T> reader) {
        return tokens.get(deadline).then(token -> {
            ApiResult<HttpResponse<byte[]>> answer = send(request, token, deadline);
            if (!isUnauthorized(answer)) {
                return answer.then(a -> judged(a, reader));
            }
            tokens.drop(token);
            return tokens.get(deadline)
                    .then(second -> send(request, second, deadline))
                    .then(a -> judged(a, reader));
        });
    }

    private ApiResult<HttpResponse<byte[]>> send(HttpRequest.Builder request, AccessToken token, Deadline deadline) {
        return wire.exchange(
                request.copy().setHeader("Authorization", token.header()).build(), deadline);
    }

    private static boolean isUnauthorized(ApiResult<HttpResponse<byte[]>> answer) {
        return answer instanceof Ok<HttpResponse<byte[]>> ok && ok.value().statusCode() == 401;
    }

    private <T> ApiResult<T> judged(HttpResponse<byte[]> answer, Reader<T> reader) {
        int status = answer.statusCode();
        if (status == 401) {
            return new Refused<>(Rejection.UNAUTHORIZED);
        }
        if (status == 405 || status == 501) {
            return new Unsupported<>();
        }
        if (status >= 500) {
            return new NoAnswer<>(Silence.SERVER_TROUBLE, RetryAfter.of(answer));
        }
        if (status >= 300 && status < 400) {
            return new NoAnswer<>(Silence.REDIRECT);
        }
        if (BUSY.contains(status)) {
            return new NoAnswer<>(Silence.BUSY, RetryAfter.of(answer));
        }
        try {
            if (status == 200 || status == 201) {
                return new Ok<>(reader.read(answer));
            }
            return status >= 400 ? new Refused<>(rejection(answer)) : new NoAnswer<>(Silence.NOT_UNDERSTOOD);
        } catch (Unfit e) {
            return new NoAnswer<>(Silence.NOT_UNDERSTOOD);
        }
    }

    /** A conflict is never a plain refusal, whatever its code: the request that it conflicts with may be this one. */
    private Rejection rejection(HttpResponse<byte[]> answer) throws Unfit {
        Rejection rejection = answers.rejection(StrictJson.object(answer.body()));
        return answer.statusCode() == 409 && rejection == Rejection.OTHER ? Rejection.IDEMPOTENCY_CONFLICT : rejection;
    }

    private String path(Term term, TransactionId id) {
        return contract.get(term).replace("{transaction}", id.value());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept", "application/json");
    }

    private URI at(String path) {
        String base = root.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** Turns an answer with a good status into what was asked for. */
    private interface Reader<T> {
        T read(HttpResponse<byte[]> answer) throws Unfit;
    }
}
