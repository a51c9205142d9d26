package io.kassa.pos.host.start;

import io.kassa.pos.deploy.DeploymentListener;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.spi.text.Message;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Enters into the audit what happens to plug-ins: who deployed what, by its fingerprint, and why something was refused. */
@Component(service = DeploymentListener.class)
public final class DeploymentAudit implements DeploymentListener {

    private final Books books;
    private final Audit audit;

    @Activate
    public DeploymentAudit(@Reference Books books, @Reference Audit audit) {
        this.books = books;
        this.audit = audit;
    }

    @Override
    public void happened(HistoryEntry entry, Optional<HistoryEntry> ranBefore) {
        String what = "plug-in." + entry.event().name().toLowerCase(Locale.ROOT).replace('_', '-');
        AuditRecord record = AuditRecord.of(entry.by(), what, entry.plugIn())
                .changed(ranBefore.map(DeploymentAudit::said), Optional.of(said(entry)));
        books.write(transaction -> {
            audit.append(transaction, record);
            return null;
        });
    }

    private static String said(HistoryEntry entry) {
        String why = entry.why().map(Message::code).orElse("");
        return String.join(" ", entry.version(), entry.fingerprint(), why).strip();
    }
}
