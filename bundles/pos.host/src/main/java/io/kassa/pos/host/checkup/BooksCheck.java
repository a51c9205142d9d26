package io.kassa.pos.host.checkup;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.host.store.MarkTable;
import io.kassa.pos.host.text.Whereabouts;
import io.kassa.pos.ledger.AuditCheck;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.List;

/** Whether the books can be read and written, and whether their history holds. */
final class BooksCheck {

    private static final String NOTHING = "health";

    private final Desk desk;

    BooksCheck(Desk desk) {
        this.desk = desk;
    }

    List<Note> reachable(Notes notes) {
        try {
            desk.books().read(tx -> new MarkTable(tx).mark(NOTHING));
            // written and taken back at once: the disk is reached, and nothing is left
            desk.books().write(tx -> {
                new MarkTable(tx).mark(NOTHING, NOTHING);
                new MarkTable(tx).unmark(NOTHING);
                return null;
            });
            return List.of(notes.ok("books"));
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            return List.of(notes.error("books-away", Whereabouts.AS_BEFORE));
        }
    }

    List<Note> history(Notes notes) {
        return List.of(
                desk.audit().verify() instanceof AuditCheck.Broken broken
                        ? notes.error("audit-broken", Whereabouts.NOT_KNOWN, broken.number())
                        : notes.ok("audit"));
    }
}
