package io.kassa.pos.host.start;

import io.kassa.pos.deploy.DeploymentListener;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.spi.text.Message;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Enters into the audit what happens to plug-ins: who deployed what, by its fingerprint, and why something was refused. */
@Component(service = DeploymentListener.class)
public final class DeploymentAudit implements DeploymentListener {

    private final Books books;
    private final Audit audit;

    /** What runs, as far as this till has heard since it started. */
    private final Map<String, String> running = new ConcurrentHashMap<>();

    @Activate
    public DeploymentAudit(@Reference Books books, @Reference Audit audit) {
        this.books = books;
        this.audit = audit;
    }

    @Override
    public void happened(HistoryEntry entry) {
        String what = "plug-in." + entry.event().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String why = entry.why().map(Message::code).orElse("");
        String after =
                String.join(" ", entry.version(), entry.fingerprint(), why).strip();
        Optional<String> before = Optional.ofNullable(running.get(entry.plugIn()));
        if (entry.event() == HistoryEntry.Event.RUNS) {
            running.put(entry.plugIn(), after);
        }
        AuditRecord record = AuditRecord.of(entry.by(), what, entry.plugIn()).changed(before, Optional.of(after));
        books.write(transaction -> {
            audit.append(transaction, record);
            return null;
        });
    }
}
