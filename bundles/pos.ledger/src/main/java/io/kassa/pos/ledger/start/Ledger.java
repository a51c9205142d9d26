package io.kassa.pos.ledger.start;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.books.BooksAudit;
import io.kassa.pos.ledger.books.BooksClaims;
import io.kassa.pos.ledger.postgres.PostgresBooks;
import io.kassa.pos.ledger.sqlite.SqliteBooks;
import io.kassa.pos.spi.settings.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The opened books with all that is kept in them. Closing waits for what was accepted. */
public final class Ledger implements AutoCloseable {

    private final Books books;
    private final Runnable closing;
    private final Claims claims;
    private final Audit audit;

    private Ledger(Books books, Runnable closing, Clock clock) {
        this.books = books;
        this.closing = closing;
        try {
            this.claims = new BooksClaims(books, clock);
            this.audit = new BooksAudit(books, clock);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** SQLite in a folder, which is made where it is missing. */
    public static Ledger open(Path folder, Clock clock) {
        return of(new SqliteBooks(folder, clock), clock);
    }

    /** As {@link #open(Path, Clock)}, for as long as it is open: what is written does not survive a power cut. */
    static Ledger passing(Path folder, Clock clock) {
        return of(SqliteBooks.passing(folder, clock), clock);
    }

    private static Ledger of(SqliteBooks books, Clock clock) {
        return new Ledger(books, books::close, clock);
    }

    /** PostgreSQL, by a JDBC URL that names the user and holds no password. */
    public static Ledger open(String url, Optional<Secret> password, Clock clock) {
        PostgresBooks books = new PostgresBooks(url, password, clock);
        return new Ledger(books, books::close, clock);
    }

    public Books books() {
        return books;
    }

    public Claims claims() {
        return claims;
    }

    public Audit audit() {
        return audit;
    }

    @Override
    public void close() {
        closing.run();
    }
}
