package io.kassa.pos.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements whose answers nobody needs. They wait for the next one that is asked and go ahead of it, in its round trip to the
 * server. Of drivers that take several statements as one text, separated by semicolons.
 */
public final class Ahead {

    /** Each number of them is a text of its own, which the server has to know. */
    private static final int MOST = 16;

    private record Waiting(String sql, Arguments arguments, boolean presumed) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final int most;
    private final boolean presumes;
    private boolean unproven;

    private Ahead(int most, boolean presumes) {
        this.most = most;
        this.presumes = presumes;
    }

    /** Of a driver that takes one statement at a time, or where nothing is to be written: nothing ever waits. */
    public static Ahead nothing() {
        return new Ahead(0, false);
    }

    /** @param presumes whether also that waits whose answer is almost always the same: whoever runs the works sees to the rest */
    public static Ahead some(boolean presumes) {
        return new Ahead(MOST, presumes);
    }

    boolean presumes() {
        return presumes;
    }

    /** Whether one more can wait. */
    boolean hasRoom() {
        return waiting.size() < most;
    }

    /** @throws IllegalArgumentException when an argument is of no type that the books keep */
    public void add(String sql, Object... arguments) {
        waiting.add(new Waiting(sql, new Arguments(arguments), false));
    }

    /** Adds one whose answer was given before anybody knows it. */
    void presume(String sql, Object... arguments) {
        waiting.add(new Waiting(sql, new Arguments(arguments), true));
    }

    /** Whether somebody was given an answer that may prove wrong. */
    public boolean isPresumed() {
        return unproven || waiting.stream().anyMatch(Waiting::presumed);
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    public void clear() {
        waiting.clear();
        unproven = false;
    }

    /** Nothing waits any more, and nothing of it was done: an answer that was given before anybody knew it stays in doubt. */
    void drop() {
        unproven = isPresumed();
        waiting.clear();
    }

    int size() {
        return waiting.size();
    }

    /** The text of all that waits, and of what is asked after it. */
    String before(String sql) {
        if (waiting.isEmpty()) {
            return sql;
        }
        StringBuilder all = new StringBuilder();
        waiting.forEach(one -> all.append(one.sql()).append(";\n"));
        return all.append(sql).toString();
    }

    /** Binds what waits; returns the index of the first argument of what is asked after it. */
    int bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Waiting one : waiting) {
            index = one.arguments().bind(statement, index);
        }
        return index;
    }
}
