package io.kassa.pos.host.access;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.people.Pairings;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.store.PairingTable;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Transaction;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Browsers and the registers they stand at. In the demo every browser stands at every register. */
public final class TillPairings implements Pairings {

    /** So much of a fingerprint tells browsers apart in the audit log. */
    private static final int SHOWN = 16;

    private final Desk desk;

    public TillPairings(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> of(String browser) {
        return desk.books().read(tx -> registers(tx, Fingerprint.of(browser)));
    }

    @Override
    public Result<Set<String>> pair(Actor actor, String browser, String register) {
        String fingerprint = Fingerprint.of(browser);
        AuditRecord line = AuditRecord.of(actor.name(), "browser.paired", register)
                .changed(Optional.empty(), Optional.of(shown(fingerprint)));
        return change(actor, register, fingerprint, pairings -> pairings.add(fingerprint, register), line);
    }

    @Override
    public Result<Set<String>> unpair(Actor actor, String browser, String register) {
        String fingerprint = Fingerprint.of(browser);
        AuditRecord line = AuditRecord.of(actor.name(), "browser.unpaired", register)
                .changed(Optional.of(shown(fingerprint)), Optional.empty());
        return change(actor, register, fingerprint, pairings -> pairings.remove(fingerprint, register), line);
    }

    private Result<Set<String>> change(
            Actor actor, String register, String fingerprint, Consumer<PairingTable> change, AuditRecord line) {
        if (!actor.isAdmin()) {
            return desk.refuse(Refusal.ADMIN_ONLY);
        }
        return desk.guard(() -> {
            if (desk.books().read(tx -> new ShopTable(tx).register(register)).isEmpty()) {
                return desk.refuse(Refusal.REGISTER_UNKNOWN);
            }
            return new Result.Ok<>(desk.books().write(tx -> {
                change.accept(new PairingTable(tx));
                desk.audit().append(tx, line);
                return registers(tx, fingerprint);
            }));
        });
    }

    private static String shown(String fingerprint) {
        return "browser " + fingerprint.substring(0, SHOWN);
    }

    private Set<String> registers(Transaction tx, String fingerprint) {
        return desk.limits().demo()
                ? new ShopTable(tx)
                        .registers().stream().map(RegisterSettings::id).collect(Collectors.toSet())
                : Set.copyOf(new PairingTable(tx).registers(fingerprint));
    }
}
