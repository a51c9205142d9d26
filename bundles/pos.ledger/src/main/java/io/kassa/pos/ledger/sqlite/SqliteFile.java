package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/** The file beside the till, and how it is opened. */
final class SqliteFile {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Path file;
    private final SynchronousMode flushing;
    /** Is there as soon as there are books. */
    private final Path made;

    private final SqliteFaults faults = new SqliteFaults(false);

    SqliteFile(Path folder) {
        this(folder, SynchronousMode.FULL);
    }

    /** @param flushing nothing but full is enough for what is to be found again after a power cut */
    SqliteFile(Path folder, SynchronousMode flushing) {
        this.flushing = flushing;
        try {
            Files.createDirectories(folder, rights("rwx------"));
            // The driver unpacks its native library there; a shared folder for temporary files may forbid execution.
            if (System.getProperty("org.sqlite.tmpdir") == null) {
                Path natives = Files.createDirectories(folder.resolve("native"));
                System.setProperty("org.sqlite.tmpdir", natives.toAbsolutePath().toString());
            }
            this.file = folder.resolve("books.db");
            this.made = folder.resolve("books.made");
            if (Files.exists(made) && (Files.notExists(file) || Files.size(file) == 0)) {
                // SQLite would make new ones, in which every used receipt counts as new
                throw new LedgerUnavailableException(
                        file
                                + " is gone or empty, and there were books in it. Put it back, or put the newest backup there"
                                + SqliteFaults.WITHOUT_LOG + ". To begin anew, take another folder",
                        null);
            }
            if (Files.notExists(file)) {
                // With its rights before the first byte is in it; the log beside it gets the same ones from SQLite.
                Files.createFile(file, rights("rw-------"));
            }
        } catch (IOException e) {
            throw new LedgerUnavailableException("The folder of the books cannot be used", e);
        }
    }

    private static FileAttribute<?>[] rights(String ofOwnerAlone) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ofOwnerAlone))
                }
                : new FileAttribute<?>[0];
    }

    /** One that writes: every commit is on disk when it returns. */
    Connection writer() {
        mustBeSound();
        Connection connection = open(settings());
        try {
            // Brings everything a crash or a failed write left in the log to a known end before anybody builds on it.
            checkpoint(connection);
            if (Files.notExists(made)) {
                Files.createFile(made, rights("rw-------"));
            }
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw faults.translate("open the books", e);
        } catch (IOException e) {
            close(connection);
            throw new LedgerUnavailableException("The folder of the books cannot be used", e);
        }
    }

    /**
     * Reads every page once: SQLite itself notices a damaged one only when somebody happens to need it. Whoever only reads does
     * not write the log into the file, and leaves all as it is.
     */
    private void mustBeSound() {
        undoWhatWasCutOff();
        SQLiteConfig looking = new SQLiteConfig();
        looking.setReadOnly(true);
        looking.setBusyTimeout(PATIENCE_MILLIS);
        try (Connection connection = open(looking);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!result.getString(1).equals("ok")) {
                throw new LedgerUnavailableException(SqliteFaults.DAMAGED, null);
            }
        } catch (SQLException e) {
            throw faults.translate("look through the books", e);
        }
    }

    /**
     * The very first open is no commit into the log: when the power fails in it, SQLite wants to undo what is half done, which it
     * cannot do for somebody who only reads.
     */
    private void undoWhatWasCutOff() {
        if (Files.exists(beside(file, "-journal"))) {
            close(open(settings()));
        }
    }

    /** SQLite puts its other files beside the books themselves, and not beside a link to them. */
    static Path beside(Path books, String ending) {
        try {
            Path real = books.toRealPath();
            return real.resolveSibling(real.getFileName() + ending);
        } catch (IOException e) {
            throw new LedgerUnavailableException(books + " cannot be found", e);
        }
    }

    /** As they lie there now. */
    SameFiles files() {
        return new SameFiles(file);
    }

    Connection reader() {
        Connection connection = open(settings());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw faults.translate("open the books", e);
        }
    }

    /**
     * Empties the log, in which erased rows would stay readable. The first commit in an empty log costs a second fsync; it is
     * made here, so that no cashier waits for it.
     *
     * @return false when somebody is reading at this moment: the log is written over from its start later
     */
    static boolean checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean emptied = emptyWithoutWaiting(statement);
            statement.execute("PRAGMA user_version = 1");
            return emptied;
        }
    }

    private static boolean emptyWithoutWaiting(Statement statement) throws SQLException {
        statement.execute("PRAGMA busy_timeout = 0");
        try (ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return result.getInt("busy") == 0;
        } finally {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is given up either way; what was committed is on disk.
        }
    }

    private SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(flushing);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        // pages that SQLite puts aside would lie in a shared folder for temporary files, and stay there when they are
        // erased here
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // nobody asks for the keys of new rows, which the driver would look up after each
        config.setGetGeneratedKeys(false);
        return config;
    }

    private Connection open(SQLiteConfig config) {
        // it is there since this was made; when it is gone meanwhile, an empty one is no substitute
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        try {
            return config.createConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw faults.translate("open the books", e);
        }
    }
}
