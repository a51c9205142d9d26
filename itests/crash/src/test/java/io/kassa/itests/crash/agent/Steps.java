package io.kassa.itests.crash.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** Counts the commits of the books, and stops whoever comes to the one that the harness named, until it is killed or let go. */
final class Steps {

    static final String MARK = "@crash ";

    private final PrintStream out;
    private int commits;
    private String wanted = System.getProperty("crash.arm", "");
    private boolean held;

    Steps(PrintStream out) {
        this.out = out;
    }

    /** Reads {@code arm before 3}, {@code go} and {@code count} line by line. */
    void listen(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void obey(String line) {
        if (line.startsWith("arm ")) {
            commits = 0;
            wanted = line.substring("arm ".length());
        } else if (line.equals("go")) {
            held = false;
            notifyAll();
        }
        out.println(MARK + line.split(" ")[0] + " " + commits);
        out.flush();
    }

    /** @param what the statement, or the connection that commits */
    void reached(String when, Object what) {
        if (what instanceof String sql && !sql.equals("COMMIT") || what instanceof Connection one && reads(one)) {
            return;
        }
        synchronized (this) {
            if (when.equals("before")) {
                commits++;
            }
            if (wanted.equals(when + " " + commits)) {
                wanted = "";
                hold();
            }
        }
    }

    private void hold() {
        out.println(MARK + "reached " + commits);
        out.flush();
        held = true;
        while (held) {
            try {
                wait();
            } catch (InterruptedException e) {
                // whoever was stopped here goes on only when the harness says so
            }
        }
    }

    private static boolean reads(Connection connection) {
        try {
            return connection.isReadOnly();
        } catch (SQLException e) {
            return false;
        }
    }
}
