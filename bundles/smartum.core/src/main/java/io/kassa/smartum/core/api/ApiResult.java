package io.kassa.smartum.core.api;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How a call to the provider ended. The five cases differ in what may have happened at the other end. */
public sealed interface ApiResult<T> {

    /** The provider answered, and the answer fits the contract and the question. */
    record Ok<T>(T value) implements ApiResult<T> {}

    /** The provider said no: nothing was done. */
    record Refused<T>(Rejection rejection) implements ApiResult<T> {}

    /** The request never left this machine as far as the provider is concerned: nothing can have happened. */
    record NotSent<T>(Obstacle obstacle, Optional<Duration> pause) implements ApiResult<T> {
        public NotSent(Obstacle obstacle) {
            this(obstacle, Optional.empty());
        }
    }

    /** The request may have arrived; whether it was carried out is not known. */
    record NoAnswer<T>(Silence silence, Optional<Duration> pause) implements ApiResult<T> {
        public NoAnswer(Silence silence) {
            this(silence, Optional.empty());
        }
    }

    /** The provider does not offer this at all: nothing was done. */
    record Unsupported<T>() implements ApiResult<T> {}

    /** What the provider refused. */
    enum Rejection {
        UNKNOWN_TRANSACTION,
        /** The key stands for another refund, or for one that is under way: what became of this one is not said. */
        IDEMPOTENCY_CONFLICT,
        WINDOW_CLOSED,
        AMOUNT_EXCEEDS_PAYMENT,
        ALREADY_REFUNDED,
        WRONG_VENUE,
        /** The credentials were not accepted. */
        UNAUTHORIZED,
        /** A refusal with a code that the contract does not name. */
        OTHER
    }

    /** Why a request did not leave. The list is closed: anything else counts as sent. */
    enum Obstacle {
        CONNECTION_REFUSED,
        HOST_UNKNOWN,
        CONNECT_TIMEOUT,
        /** The secret's reference could not be resolved. */
        NO_SECRET,
        /** The provider did not accept the credentials when an access token was asked for. */
        CREDENTIALS_REFUSED,
        /** No access token for another reason. */
        NO_TOKEN
    }

    /** Why there is no answer to rely on. */
    enum Silence {
        TIMEOUT,
        CONNECTION_LOST,
        /** The other side's certificate is not trusted, or no encryption could be agreed on. */
        NOT_TRUSTED,
        TOO_LARGE,
        REDIRECT,
        /** The provider has trouble of its own (HTTP 5xx). */
        SERVER_TROUBLE,
        /** The provider wants to be asked later (HTTP 408, 425, 429), and says nothing of this request. */
        BUSY,
        /** An answer that does not fit the contract; it is not guessed at. */
        NOT_UNDERSTOOD,
        /** The waiting thread was told to stop. */
        INTERRUPTED
    }

    /** How long the provider wants to be left alone, where it said so. */
    default Optional<Duration> pause() {
        return Optional.empty();
    }

    default <U> ApiResult<U> then(Function<T, ApiResult<U>> next) {
        if (this instanceof Ok<T> ok) {
            return next.apply(ok.value());
        }
        return failed();
    }

    /** This result, which is not Ok, as the result of another question. */
    private <U> ApiResult<U> failed() {
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.rejection());
        }
        if (this instanceof NotSent<T> notSent) {
            return new NotSent<>(notSent.obstacle(), notSent.pause());
        }
        if (this instanceof NoAnswer<T> noAnswer) {
            return new NoAnswer<>(noAnswer.silence(), noAnswer.pause());
        }
        return new Unsupported<>();
    }
}
