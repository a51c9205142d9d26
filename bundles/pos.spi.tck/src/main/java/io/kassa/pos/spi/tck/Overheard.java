package io.kassa.pos.spi.tck;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is printed or logged, at any level, while it is open. */
final class Overheard implements AutoCloseable {

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            add(formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Overheard() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        System.setOut(copying(out));
        System.setErr(copying(err));
    }

    void add(Object printed) {
        heard.writeBytes((printed + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        root.setLevel(level);
        root.removeHandler(handler);
    }

    private PrintStream copying(PrintStream original) {
        var both = new OutputStream() {
            @Override
            public void write(int b) {
                heard.write(b);
                original.write(b);
            }
        };
        return new PrintStream(both, true, StandardCharsets.UTF_8);
    }
}
