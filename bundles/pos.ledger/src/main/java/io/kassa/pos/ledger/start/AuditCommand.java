package io.kassa.pos.ledger.start;

import io.kassa.pos.ledger.AuditCheck;
import io.kassa.pos.ledger.StoreRefusedException;
import io.kassa.pos.ledger.Work;
import io.kassa.pos.ledger.books.BooksAudit;
import io.kassa.pos.ledger.postgres.PostgresBooks;
import io.kassa.pos.ledger.sqlite.SqliteBooks;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks the audit log from outside the till, which may be running: {@code AuditCommand [HASH]}. The books are found as the till
 * finds them, by system properties. Changes nothing.
 */
public final class AuditCommand {

    /** The chain holds, and the hash that was asked for is in it. */
    static final int HOLDS = 0;

    static final int BROKEN = 1;

    /** Nothing was checked. */
    static final int NOT_CHECKED = 2;

    /** Both on one state of the books. */
    private record Look(AuditCheck check, boolean hasHead) {}

    private AuditCommand() {}

    public static void main(String[] arguments) {
        System.exit(verify(
                () -> LedgerSettings.read(
                        name -> Optional.ofNullable(System.getProperty(name)),
                        name -> Optional.ofNullable(System.getenv(name))),
                arguments.length == 0 ? Optional.empty() : Optional.of(arguments[0]),
                System.out));
    }

    /**
     * Whatever keeps it from looking is said in words, and is not taken for a broken chain.
     *
     * @param head the head of the chain as it was told earlier: it must still be in it
     */
    static int verify(Supplier<LedgerSettings> settings, Optional<String> head, PrintStream out) {
        try {
            Look look = read(
                    settings.get(),
                    transaction -> new Look(
                            BooksAudit.verify(transaction),
                            head.map(hash -> BooksAudit.has(transaction, hash)).orElse(true)));
            if (look.check() instanceof AuditCheck.Broken broken) {
                out.printf(
                        "Entry %d of the audit log was changed, taken out or moved. What stands before it holds.%n"
                                + "Keep the books as they are, and compare with a copy from before.%n",
                        broken.number());
                return BROKEN;
            }
            if (!look.hasHead()) {
                out.println(
                        "The audit log holds together, but the hash you gave is not in it: it was written anew, or this is"
                                + " another shop's.");
                return BROKEN;
            }
            AuditCheck.Intact intact = (AuditCheck.Intact) look.check();
            out.printf("The audit log holds: %d entries, head %s%n", intact.entries(), intact.head());
            return HOLDS;
        } catch (LedgerUnavailableException | StoreRefusedException unreadable) {
            return notChecked(out, unreadable.getMessage());
        } catch (IllegalStateException foreign) {
            return notChecked(out, "these are no books of a till, or of a till of another version");
        } catch (RuntimeException | LinkageError fault) {
            return notChecked(out, fault.toString());
        }
    }

    private static int notChecked(PrintStream out, String why) {
        out.println("The audit log could not be read: " + why);
        return NOT_CHECKED;
    }

    private static <T> T read(LedgerSettings settings, Work<T> work) {
        if (settings.url().isPresent()) {
            try (var books = new PostgresBooks(settings.url().get(), settings.password(), Clock.systemUTC())) {
                return books.read(work);
            } catch (NoClassDefFoundError e) {
                throw LedgerSettings.noDriver();
            }
        }
        Path file = settings.folder().resolve("books.db");
        if (Files.notExists(file)) {
            throw new StoreRefusedException("There are no books at " + file);
        }
        return SqliteBooks.lookInto(settings.folder(), work);
    }
}
