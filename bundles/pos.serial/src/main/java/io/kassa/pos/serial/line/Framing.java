package io.kassa.pos.serial.line;

import io.kassa.pos.host.scanners.Heard;
import io.kassa.pos.host.scanners.Heard.Why;
import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.host.scanners.SerialSettings.Ending;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes scans of bytes. Keeps nothing of a scan once it has ended. */
final class Framing {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** The slowest scanner sends a character in 10 ms; what has stopped for so long does not go on. */
    private static final Duration LOST = Duration.ofSeconds(2);

    private static final int STX = 2;
    private static final int ETX = 3;

    private final byte[] bytes = new byte[SerialSettings.LONGEST];
    private final Ending ending;
    private final String prefix;
    private int length;
    private int last = -1;
    private boolean tooLong;

    Framing(SerialSettings settings) {
        this.ending = settings.ending();
        this.prefix = settings.prefix();
    }

    List<Heard> take(byte[] more, int count) {
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (ends(more[i])) {
                end().ifPresent(heard::add);
            } else {
                add(more[i]);
            }
            last = more[i];
        }
        return heard;
    }

    /** Nothing has come for so long. */
    Optional<Heard> quiet(Duration time) {
        if (ending == Ending.PAUSE && time.compareTo(PAUSE) >= 0) {
            return end();
        }
        if (time.compareTo(LOST) < 0) {
            return Optional.empty();
        }
        return end().map(heard -> heard instanceof Heard.Scan ? new Heard.Unreadable(Why.NO_END) : heard);
    }

    private boolean ends(byte next) {
        return switch (ending) {
            case CR -> next == '\r';
            case LF -> next == '\n';
            case CRLF -> next == '\n' && last == '\r';
            case ETX -> next == ETX;
            case PAUSE -> false;
        };
    }

    private void add(byte next) {
        if (next == STX && ending == Ending.ETX) {
            // the beginning: what came before is the rest of a scan that was cut off
            clear();
        }
        if (length == bytes.length) {
            tooLong = true;
        } else {
            bytes[length++] = next;
        }
    }

    private Optional<Heard> end() {
        try {
            if (tooLong) {
                return Optional.of(new Heard.Unreadable(Why.TOO_LONG));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString()
                    .replaceAll("\\p{Cntrl}", "");
            String code = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
            return code.isBlank() ? Optional.empty() : Optional.of(new Heard.Scan(code));
        } catch (CharacterCodingException other) {
            return Optional.of(new Heard.Unreadable(Why.NO_TEXT));
        } finally {
            clear();
        }
    }

    private void clear() {
        Arrays.fill(bytes, 0, length, (byte) 0);
        length = 0;
        tooLong = false;
    }
}
