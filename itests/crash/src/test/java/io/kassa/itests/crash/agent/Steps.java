package io.kassa.itests.crash.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts the commits of the books, and stops whoever comes to the one that the harness named, until it is killed or let go. */
final class Steps {

    static final String MARK = "@crash ";

    private static final String BOOKS = System.getProperty("kassa.data", "") + "/books.db";

    private final PrintStream out;
    private int commits;
    private String wanted = System.getProperty("crash.arm", "");
    private boolean held;

    Steps(PrintStream out) {
        this.out = out;
    }

    /** Reads {@code 17 arm before 3}, {@code 18 go} and {@code 19 count} line by line. */
    void listen(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param line a number for the answer, and what to do */
    private synchronized void obey(String line) {
        String[] said = line.split(" ", 2);
        if (said[1].startsWith("arm ")) {
            commits = 0;
            wanted = said[1].substring("arm ".length());
        } else if (said[1].equals("go")) {
            held = false;
            notifyAll();
        }
        out.println(MARK + said[0] + " " + commits);
        out.flush();
    }

    /** @param what the prepared statement of SQLite, or what commits on PostgreSQL */
    void reached(String when, Object what) {
        if (!isCommit(what)) {
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

    /** Of the till's own books: it also rehearses on spare ones, of which nothing has to be kept. */
    private static boolean isCommit(Object what) {
        if (!(what instanceof Statement statement)) {
            return true;
        }
        try {
            return what.toString().startsWith("COMMIT")
                    && statement.getConnection().getMetaData().getURL().endsWith(BOOKS);
        } catch (SQLException e) {
            return false;
        }
    }
}
