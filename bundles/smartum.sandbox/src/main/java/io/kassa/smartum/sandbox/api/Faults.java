package io.kassa.smartum.sandbox.api;

import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import io.kassa.smartum.sandbox.http.Reply;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Turns trouble into replies. */
final class Faults {
    private static final String PAGE =
            "<!doctype html><html><title>Guest network</title><h1>Please sign in</h1></html>";

    private final Contract contract;
    private final Bodies bodies;
    private final Clock clock;

    Faults(Contract contract, Bodies bodies, Clock clock) {
        this.contract = contract;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** What comes in place of an answer. */
    Reply instead(Trouble.InsteadOfProcessing trouble) {
        if (trouble instanceof Trouble.Stall stall) {
            return new Reply.Silence(stall.seconds());
        } else if (trouble instanceof Trouble.Status status) {
            Answer answer = Bodies.json(status.code(), Map.of("message", "scripted trouble"));
            return status.retryAfter() > 0 ? answer.with("Retry-After", String.valueOf(status.retryAfter())) : answer;
        } else if (trouble instanceof Trouble.Refusal refusal) {
            Answer answer = bodies.error(refusal.status(), refusal.code(), "scripted trouble");
            return refusal.retryAfter() > 0 ? answer.with("Retry-After", String.valueOf(refusal.retryAfter())) : answer;
        } else if (trouble instanceof Trouble.Redirect redirect) {
            return Answer.empty(307).with("Location", redirect.location());
        } else if (trouble instanceof Trouble.Html) {
            return Answer.of(200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
        } else if (trouble instanceof Trouble.HugeBody huge) {
            return new Reply.Flood(huge.bytes());
        } else if (trouble instanceof Trouble.CompressedBomb bomb) {
            return Answer.of(200, "application/json", packed(bomb.bytes())).with("Content-Encoding", "gzip");
        }
        return new Reply.Reset();
    }

    /** What becomes of an answer that was ready. */
    Reply after(Trouble.AfterProcessing trouble, Answer answer) {
        if (trouble instanceof Trouble.SlowDrip drip) {
            return new Reply.Drip(answer, drip.millisPerByte());
        } else if (trouble instanceof Trouble.AnswerLate late) {
            return new Reply.Late(answer, late.millis());
        } else if (trouble instanceof Trouble.CutMidway) {
            return new Reply.Cut(answer);
        } else if (trouble instanceof Trouble.LoseAnswerAfterProcessing) {
            return new Reply.Reset();
        } else if (trouble instanceof Trouble.ClockSkew skew) {
            return answer.with("Date", date(skew.seconds()));
        } else if (trouble instanceof Trouble.WrongContentType) {
            return answer.with("Content-Type", "text/plain");
        } else if (trouble instanceof Trouble.WrongCharset) {
            return new Answer(answer.status(), answer.headers(), text(answer).getBytes(StandardCharsets.UTF_16));
        }
        return otherwise(trouble, answer);
    }

    /** Well-formed, and not what was agreed. */
    private Answer otherwise(Trouble.AfterProcessing trouble, Answer answer) {
        if (trouble instanceof Trouble.OtherShape) {
            return withBody(answer, "[" + text(answer) + "]");
        } else if (trouble instanceof Trouble.NumbersAsText) {
            return reworded(answer, "(?<=\"):(\\d+)", ":\"$1\"");
        } else if (trouble instanceof Trouble.DuplicateMember) {
            return reworded(answer, "\\{(\"[^\"]+\":)(?=[\"\\d])", "{$10,$1");
        } else if (trouble instanceof Trouble.MissingMember) {
            return reworded(answer, "\"" + amountWord() + "\":\\d+,?", "");
        } else if (trouble instanceof Trouble.OtherAmount) {
            return raised(answer);
        }
        return reworded(
                answer,
                "\"" + Pattern.quote(contract.word(Term.PREFIX_TRANSACTION)) + "[^\"]*\"",
                "\"" + contract.word(Term.PREFIX_TRANSACTION) + "OtherTransact1on\"");
    }

    private String amountWord() {
        return "(?:" + Pattern.quote(contract.word(Term.TRANSACTION_AMOUNT)) + "|"
                + Pattern.quote(contract.word(Term.REFUND_AMOUNT)) + ")";
    }

    private Answer raised(Answer answer) {
        Matcher matcher = Pattern.compile("(\"" + amountWord() + "\":)(\\d+)").matcher(text(answer));
        String raised = matcher.replaceAll(
                found -> Matcher.quoteReplacement(found.group(1) + (Long.parseLong(found.group(2)) + 1)));
        return withBody(answer, raised);
    }

    private static Answer reworded(Answer answer, String pattern, String replacement) {
        return withBody(answer, Pattern.compile(pattern).matcher(text(answer)).replaceAll(replacement));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] packed(long bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] spaces = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (long left = bytes; left > 0; left -= spaces.length) {
                out.write(spaces, 0, (int) Math.min(left, spaces.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Answer withBody(Answer answer, String text) {
        return new Answer(answer.status(), answer.headers(), text.getBytes(StandardCharsets.UTF_8));
    }

    private String date(int skewSeconds) {
        ZonedDateTime shown = ZonedDateTime.ofInstant(clock.instant().plusSeconds(skewSeconds), ZoneOffset.UTC);
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(shown);
    }
}
