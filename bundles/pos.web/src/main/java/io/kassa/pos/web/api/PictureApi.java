package io.kassa.pos.web.api;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.scan.CodeReader;
import io.kassa.pos.scan.Reading;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refusal;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Scanning with a picture: the code in it is answered as if a scanner had typed it, and goes nowhere else. */
public final class PictureApi {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    /** Pictures that may be on their way or wait at the same time; each takes its room. */
    private static final int UPLOADS = 8;

    /** Reading a picture keeps a core busy; a camera sends the next one anyway. */
    private static final int READ_AT_ONCE = 2;

    private static final Duration WAITING = Duration.ofSeconds(1);

    private static final Set<String> FILES = Set.of("image/png", "image/jpeg");

    private final Semaphore uploads = new Semaphore(UPLOADS);
    private final Semaphore readers = new Semaphore(READ_AT_ONCE, true);
    private final Selling selling;
    private final Receipts receipts;
    private final CodeReader reader;

    /** @param view the register or the sale receipt afterwards, when a code was found */
    record Picture(boolean found, Optional<Object> view) {}

    @FunctionalInterface
    private interface Scan<T> {
        Result<T> with(AttemptId attempt, String step, Answer answer);
    }

    public PictureApi(Selling selling, Receipts receipts, CodeReader reader) {
        this.selling = selling;
        this.receipts = receipts;
        this.reader = reader;
    }

    Reply answerPayment(Call call) throws IOException, Refused {
        String register = call.register();
        return scan(
                call,
                (attempt, step, answer) ->
                        selling.answer(call.actor(), register, attempt, step, answer, Optional.empty()));
    }

    Reply answerRefund(Call call) throws IOException, Refused {
        return scan(call, (attempt, step, answer) -> receipts.answer(call.actor(), attempt, step, answer));
    }

    private <T> Reply scan(Call call, Scan<T> scan) throws IOException, Refused {
        AttemptId attempt = call.attempt();
        String step = call.query("step").orElseThrow(() -> new Refused(Refusal.NOT_UNDERSTOOD));
        Reading reading = read(call);
        if (reading instanceof Reading.Unreadable) {
            throw new Refused(Refusal.NOT_A_PICTURE);
        }
        Optional<String> text = reading.text();
        return text.isEmpty()
                ? Reply.ok(new Picture(false, Optional.empty()))
                : Reply.of(
                        scan.with(attempt, step, new Answer.Scanned(text.get())),
                        view -> new Picture(true, Optional.of(view)));
    }

    private Reading read(Call call) throws IOException, Refused {
        boolean file = FILES.contains(call.type());
        if (!file && !call.type().equals("application/octet-stream")) {
            throw new Refused(Refusal.OTHER_TYPE);
        }
        if (!uploads.tryAcquire()) {
            throw new Refused(Refusal.BUSY);
        }
        try {
            byte[] bytes = call.bytes(MOST_BYTES);
            return file
                    ? inTurn(() -> reader.read(bytes))
                    : frame(bytes, size(call, "X-Width"), size(call, "X-Height"));
        } finally {
            uploads.release();
        }
    }

    private Reading frame(byte[] grey, int width, int height) throws Refused {
        return inTurn(() -> reader.read(grey, width, height));
    }

    private Reading inTurn(Supplier<Reading> work) throws Refused {
        try {
            if (!readers.tryAcquire(WAITING.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refused(Refusal.BUSY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(Refusal.BUSY);
        }
        try {
            return work.get();
        } finally {
            readers.release();
        }
    }

    private static int size(Call call, String header) throws Refused {
        try {
            return Integer.parseInt(String.valueOf(call.request().getHeader(header)));
        } catch (NumberFormatException other) {
            throw new Refused(Refusal.NOT_A_PICTURE);
        }
    }
}
