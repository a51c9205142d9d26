package io.kassa.smartum.core.api;

import io.kassa.smartum.core.api.ApiResult.NoAnswer;
import io.kassa.smartum.core.api.ApiResult.NotSent;
import io.kassa.smartum.core.api.ApiResult.Obstacle;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Silence;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * One exchange of one request for one answer, bounded in time and length as a whole. The client's own request time-out ends
 * at the headers, so a peer that sends its body drop by drop would hold the till for ever.
 */
final class Wire {
    private final HttpClient client;
    private final Limits limits;

    Wire(HttpClient client, Limits limits) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the HTTP client must not carry credentials along redirects");
        }
        this.client = client;
        this.limits = limits;
    }

    /** Any answer with a status is Ok here; what it means is for the caller to say. */
    ApiResult<HttpResponse<byte[]>> exchange(HttpRequest request, Deadline deadline) {
        Deadline end = deadline.orSooner(limits.exchange());
        int bytes = limits.bytes();
        // a connection that is kept for later keeps this reader; a reader that knew the client would keep it alive for
        // ever
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new LimitedBody(bytes));
        try {
            return new Ok<>(answer.get(end.left(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return new NoAnswer<>(Silence.TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NoAnswer<>(Silence.INTERRUPTED);
        } catch (ExecutionException e) {
            return failure(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static <T> ApiResult<T> failure(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return new NotSent<>(Obstacle.CONNECT_TIMEOUT);
        }
        if (cause instanceof ConnectException) {
            return new NotSent<>(unresolved(cause) ? Obstacle.HOST_UNKNOWN : Obstacle.CONNECTION_REFUSED);
        }
        return new NoAnswer<>(silence(cause));
    }

    private static Silence silence(Throwable cause) {
        if (has(cause, LimitedBody.TooLarge.class)) {
            return Silence.TOO_LARGE;
        }
        return has(cause, SSLException.class) ? Silence.NOT_TRUSTED : Silence.CONNECTION_LOST;
    }

    private static boolean unresolved(Throwable cause) {
        return has(cause, UnresolvedAddressException.class) || has(cause, UnknownHostException.class);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 8; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
