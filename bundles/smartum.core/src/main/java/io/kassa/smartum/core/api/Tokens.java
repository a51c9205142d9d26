package io.kassa.smartum.core.api;

import io.kassa.smartum.core.api.ApiResult.NotSent;
import io.kassa.smartum.core.api.ApiResult.Obstacle;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.json.StrictJson;
import io.kassa.smartum.core.json.Unfit;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Gets the access token by client credentials (RFC 6749, section 4.4) and keeps it while it lives. */
final class Tokens {
    private final Wire wire;
    private final URI endpoint;
    private final Contract contract;
    private final Credentials credentials;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Optional<AccessToken> current = Optional.empty();

    Tokens(Wire wire, URI endpoint, Contract contract, Credentials credentials) {
        this.wire = wire;
        this.endpoint = endpoint;
        this.contract = contract;
        this.credentials = credentials;
    }

    /** Ok or NotSent, nothing else: without a token no further request leaves. */
    ApiResult<AccessToken> get(Deadline deadline) {
        Optional<AccessToken> known = current.filter(AccessToken::isFresh);
        return known.isPresent() ? new Ok<>(known.get()) : fetchOnce(deadline);
    }

    /** The provider refused this token although it looked fresh. */
    void drop(AccessToken refused) {
        if (current.filter(token -> token == refused).isPresent()) {
            current = Optional.empty();
        }
    }

    private ApiResult<AccessToken> fetchOnce(Deadline deadline) {
        try {
            if (!fetching.tryLock(deadline.left(), TimeUnit.NANOSECONDS)) {
                return new NotSent<>(Obstacle.NO_TOKEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotSent<>(Obstacle.NO_TOKEN);
        }
        try {
            Optional<AccessToken> fetchedMeanwhile = current.filter(AccessToken::isFresh);
            return fetchedMeanwhile.isPresent() ? new Ok<>(fetchedMeanwhile.get()) : fetch(deadline);
        } finally {
            fetching.unlock();
        }
    }

    private ApiResult<AccessToken> fetch(Deadline deadline) {
        Optional<Secret> secret = credentials.secret().get();
        if (secret.isEmpty()) {
            return new NotSent<>(Obstacle.NO_SECRET);
        }
        ApiResult<HttpResponse<byte[]>> answer = wire.exchange(request(secret.get()), deadline);
        if (answer instanceof Ok<HttpResponse<byte[]>> ok) {
            return read(ok.value());
        }
        return new NotSent<>(answer instanceof NotSent<HttpResponse<byte[]>> not ? not.obstacle() : Obstacle.NO_TOKEN);
    }

    private ApiResult<AccessToken> read(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 400 || status == 401 || status == 403) {
            return new NotSent<>(Obstacle.CREDENTIALS_REFUSED);
        }
        try {
            if (status != 200) {
                return new NotSent<>(Obstacle.NO_TOKEN, RetryAfter.of(answer));
            }
            AccessToken token = AccessToken.read(contract, StrictJson.object(answer.body()));
            current = Optional.of(token);
            return new Ok<>(token);
        } catch (Unfit e) {
            return new NotSent<>(Obstacle.NO_TOKEN);
        }
    }

    private HttpRequest request(Secret secret) {
        String pair = encoded(credentials.clientId()) + ":" + encoded(secret.reveal());
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(endpoint)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    /** RFC 6749, section 2.3.1: both halves are form-encoded first. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
