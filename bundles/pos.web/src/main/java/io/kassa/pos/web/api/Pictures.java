package io.kassa.pos.web.api;

import io.kassa.pos.scan.CodeReader;
import io.kassa.pos.scan.Reading;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refusal;
import io.kassa.pos.web.http.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Reads the pictures that browsers send, as many at once as the machine can do beside selling. */
public final class Pictures {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    /** Pictures that may be on their way or wait at the same time; each takes its room. */
    private static final int UPLOADS = 8;

    /** Reading a picture keeps a core busy; a camera sends the next one anyway. */
    private static final int READ_AT_ONCE = 2;

    private static final Duration WAITING = Duration.ofSeconds(1);

    private static final Set<String> FILES = Set.of("image/png", "image/jpeg");

    private final Semaphore uploads = new Semaphore(UPLOADS);
    private final Semaphore readers = new Semaphore(READ_AT_ONCE, true);
    private final CodeReader reader;

    public Pictures(CodeReader reader) {
        this.reader = reader;
    }

    @FunctionalInterface
    private interface Look {
        Reading read();
    }

    /** What the picture in the request's body says: never {@link Reading.Unreadable}, that is refused. */
    Reading read(Call call) throws IOException, Refused {
        return read(call, reading -> reading);
    }

    /** @param then what else there is to look for in the picture, while it is this one's turn */
    <T> T read(Call call, Function<Reading, T> then) throws IOException, Refused {
        boolean file = FILES.contains(call.type());
        if (!file && !call.type().equals("application/octet-stream")) {
            throw new Refused(Refusal.OTHER_TYPE);
        }
        if (!uploads.tryAcquire()) {
            throw new Refused(Refusal.BUSY);
        }
        try {
            byte[] bytes = call.bytes(MOST_BYTES);
            if (file) {
                return inTurn(() -> reader.read(bytes), then);
            }
            int width = size(call, "X-Width");
            int height = size(call, "X-Height");
            return inTurn(() -> reader.read(bytes, width, height), then);
        } finally {
            uploads.release();
        }
    }

    private <T> T inTurn(Look look, Function<Reading, T> then) throws Refused {
        try {
            if (!readers.tryAcquire(WAITING.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refused(Refusal.BUSY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(Refusal.BUSY);
        }
        try {
            Reading reading = look.read();
            if (reading instanceof Reading.Unreadable) {
                throw new Refused(Refusal.NOT_A_PICTURE);
            }
            return then.apply(reading);
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
