package io.kassa.pos.ledger;

import io.kassa.pos.ledger.start.Ledger;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A host of its own process that writes on several threads, and says each note's name once it is acknowledged. */
final class CrashingHost {

    private static final int THREADS = 4;

    private CrashingHost() {}

    public static void main(String[] arguments) throws InterruptedException {
        Ledger ledger = Store.of(arguments[0]).open(Clock.systemUTC());
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> writeForever(ledger));
            thread.setDaemon(true);
            thread.start();
        }
        // Whoever started this kills it long before.
        TimeUnit.SECONDS.sleep(60);
    }

    private static void writeForever(Ledger ledger) {
        while (true) {
            String name = UUID.randomUUID().toString();
            ledger.books().write(tx -> {
                Shop.note(tx, name, 1);
                ledger.audit().append(tx, AuditRecord.of("host", "note", name));
                return true;
            });
            System.out.println(name);
        }
    }
}
