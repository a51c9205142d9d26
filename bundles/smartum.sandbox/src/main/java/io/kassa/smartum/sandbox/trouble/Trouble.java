package io.kassa.smartum.sandbox.trouble;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What can go wrong between a till and Smartum, as data. Trouble is set on a {@link Target} with {@link Troubles}; several
 * may stand on one target and then strike together.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Trouble.Refuse.class, name = "refuse"),
    @JsonSubTypes.Type(value = Trouble.Unreachable.class, name = "unreachable"),
    @JsonSubTypes.Type(value = Trouble.Stall.class, name = "stall"),
    @JsonSubTypes.Type(value = Trouble.Reset.class, name = "reset"),
    @JsonSubTypes.Type(value = Trouble.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Trouble.Refusal.class, name = "refusal"),
    @JsonSubTypes.Type(value = Trouble.Redirect.class, name = "redirect"),
    @JsonSubTypes.Type(value = Trouble.Html.class, name = "html"),
    @JsonSubTypes.Type(value = Trouble.HugeBody.class, name = "huge-body"),
    @JsonSubTypes.Type(value = Trouble.CompressedBomb.class, name = "compressed-bomb"),
    @JsonSubTypes.Type(value = Trouble.TokenExpiresNow.class, name = "token-expires-now"),
    @JsonSubTypes.Type(value = Trouble.IgnoreIdempotencyKey.class, name = "ignore-idempotency-key"),
    @JsonSubTypes.Type(value = Trouble.ProcessLate.class, name = "process-late"),
    @JsonSubTypes.Type(value = Trouble.LoseAnswerAfterProcessing.class, name = "lose-answer-after-processing"),
    @JsonSubTypes.Type(value = Trouble.AnswerLate.class, name = "answer-late"),
    @JsonSubTypes.Type(value = Trouble.SlowDrip.class, name = "slow-drip"),
    @JsonSubTypes.Type(value = Trouble.CutMidway.class, name = "cut-midway"),
    @JsonSubTypes.Type(value = Trouble.WrongContentType.class, name = "wrong-content-type"),
    @JsonSubTypes.Type(value = Trouble.WrongCharset.class, name = "wrong-charset"),
    @JsonSubTypes.Type(value = Trouble.OtherShape.class, name = "other-shape"),
    @JsonSubTypes.Type(value = Trouble.NumbersAsText.class, name = "numbers-as-text"),
    @JsonSubTypes.Type(value = Trouble.DuplicateMember.class, name = "duplicate-member"),
    @JsonSubTypes.Type(value = Trouble.MissingMember.class, name = "missing-member"),
    @JsonSubTypes.Type(value = Trouble.OtherTransaction.class, name = "other-transaction"),
    @JsonSubTypes.Type(value = Trouble.OtherAmount.class, name = "other-amount"),
    @JsonSubTypes.Type(value = Trouble.WrongKey.class, name = "wrong-key"),
    @JsonSubTypes.Type(value = Trouble.ClockSkew.class, name = "clock-skew")
})
public sealed interface Trouble {

    /** The call is not processed; this happens in place of an answer. */
    sealed interface InsteadOfProcessing extends Trouble {}

    /** The call is processed, but not as it should be. */
    sealed interface WhileProcessing extends Trouble {}

    /** The call is processed; its answer suffers. */
    sealed interface AfterProcessing extends Trouble {}

    /** The app signs a receipt that is not as it should be. */
    sealed interface OfReceipts extends Trouble {}

    /** Nobody can connect. Covers every target, and stands until it is cleared: nobody sees calls that never arrive. */
    sealed interface OfThePort extends Trouble {}

    /** Nothing listens on the API's port. */
    record Refuse() implements OfThePort {}

    /** The API's port neither takes a connection nor refuses it, as behind a firewall that drops what comes. */
    record Unreachable() implements OfThePort {}

    /** Takes the request and says nothing for that long. */
    record Stall(int seconds) implements InsteadOfProcessing {
        public Stall {
            require(seconds >= 1 && seconds <= 600, "1 to 600 seconds");
        }
    }

    /** The connection is reset after the request was read. */
    record Reset() implements InsteadOfProcessing {}

    /** An error status; {@code retryAfter} in seconds, 0 for none. */
    record Status(int code, int retryAfter) implements InsteadOfProcessing {
        public Status {
            require(code >= 400 && code <= 599 && retryAfter >= 0, "a status from 400 to 599");
        }
    }

    /** An error in the contract's form, with any code; {@code retryAfter} in seconds, 0 for none. */
    record Refusal(int status, String code, int retryAfter) implements InsteadOfProcessing {
        public Refusal {
            require(status >= 400 && status <= 599 && retryAfter >= 0, "a status from 400 to 599");
            require(code != null && code.matches("[a-z_]{1,60}"), "a code of small letters");
        }
    }

    /** 307 to another place. */
    record Redirect(String location) implements InsteadOfProcessing {
        public Redirect {
            require(location != null && location.matches("https?://[!-~]+"), "a web address");
        }
    }

    /** 200 with a web page, as a captive portal answers. */
    record Html() implements InsteadOfProcessing {}

    /** 200 with a JSON text of that many bytes. */
    record HugeBody(long bytes) implements InsteadOfProcessing {
        public HugeBody {
            require(bytes >= 1 && bytes <= 1L << 32, "1 byte to 4 GiB");
        }
    }

    /** 200 with a small body that is that many bytes when it is unpacked. */
    record CompressedBomb(long bytes) implements InsteadOfProcessing {
        public CompressedBomb {
            require(bytes >= 1 && bytes <= 1L << 28, "1 byte to 256 MiB");
        }
    }

    /** Every access token given out so far ends just before the call is looked at. */
    record TokenExpiresNow() implements WhileProcessing {}

    /** A refund is made again although its key was seen before. */
    record IgnoreIdempotencyKey() implements WhileProcessing {}

    /** The answer is lost at once, and the call is processed that much later. */
    record ProcessLate(int seconds) implements WhileProcessing {
        public ProcessLate {
            require(seconds >= 0 && seconds <= 600, "0 to 600 seconds");
        }
    }

    /** The call is processed, then the connection is reset. */
    record LoseAnswerAfterProcessing() implements AfterProcessing {}

    /** The call is processed at once, and its answer comes that much later. */
    record AnswerLate(int millis) implements AfterProcessing {
        public AnswerLate {
            require(millis >= 1 && millis <= 600_000, "1 to 600000 milliseconds");
        }
    }

    /** The answer's body comes byte by byte. */
    record SlowDrip(int millisPerByte) implements AfterProcessing {
        public SlowDrip {
            require(millisPerByte >= 1 && millisPerByte <= 60_000, "1 to 60000 milliseconds");
        }
    }

    /** Half of the answer's body comes. */
    record CutMidway() implements AfterProcessing {}

    /** The right answer, declared to be plain text. */
    record WrongContentType() implements AfterProcessing {}

    /** The answer is written in UTF-16. */
    record WrongCharset() implements AfterProcessing {}

    /** The answer is a list of one where it should be an object. */
    record OtherShape() implements AfterProcessing {}

    /** The answer's numbers stand in quotes. */
    record NumbersAsText() implements AfterProcessing {}

    /** The answer says one member twice, with two values. */
    record DuplicateMember() implements AfterProcessing {}

    /** The answer lacks its amount. */
    record MissingMember() implements AfterProcessing {}

    /** The answer is about another transaction than the one asked for. */
    record OtherTransaction() implements AfterProcessing {}

    /** The answer names one cent more than was paid. */
    record OtherAmount() implements AfterProcessing {}

    /** Receipts are signed with a key that nobody published. */
    record WrongKey() implements OfReceipts {}

    /** The time of receipts, or the Date header of answers, is off by this much; negative is the past. */
    record ClockSkew(int seconds) implements AfterProcessing, OfReceipts {}

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
