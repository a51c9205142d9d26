package io.kassa.pos.shell.talk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines from a session's keyboard, read byte by byte: what comes after a line is the shell's. */
public final class Keyboard {

    private static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private boolean returned;

    public Keyboard(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; empty when there will be none. */
    Optional<String> line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0 && line.size() < LONGEST; next = in.read()) {
                boolean restOfAnEnd = returned && next == '\n' && line.size() == 0;
                returned = next == '\r';
                if (restOfAnEnd) {
                    continue;
                }
                if (next == '\n' || next == '\r') {
                    return Optional.of(line.toString(StandardCharsets.UTF_8));
                }
                line.write(next);
            }
            return Optional.empty();
        } catch (IOException e) {
            // the terminal was closed
            return Optional.empty();
        }
    }
}
