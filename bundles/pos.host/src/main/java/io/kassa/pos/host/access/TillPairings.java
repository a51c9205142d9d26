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
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Browsers and the registers they stand at. In the demo every browser stands at every register. */
public final class TillPairings implements Pairings {

    private static final String PAIRED = "browser.paired";

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
        return change(
                actor,
                PAIRED,
                register,
                (pairings, fingerprint) -> pairings.add(fingerprint, register),
                Fingerprint.of(browser));
    }

    @Override
    public Result<Set<String>> unpair(Actor actor, String browser, String register) {
        return change(
                actor,
                "browser.unpaired",
                register,
                (pairings, fingerprint) -> pairings.remove(fingerprint, register),
                Fingerprint.of(browser));
    }

    private Result<Set<String>> change(
            Actor actor, String what, String register, BiConsumer<PairingTable, String> change, String fingerprint) {
        if (!actor.isAdmin()) {
            return desk.refuse(Refusal.ADMIN_ONLY);
        }
        return desk.guard(() -> {
            if (desk.books().read(tx -> new ShopTable(tx).register(register)).isEmpty()) {
                return desk.refuse(Refusal.REGISTER_UNKNOWN);
            }
            return new Result.Ok<>(desk.books().write(tx -> {
                change.accept(new PairingTable(tx), fingerprint);
                Optional<String> which = Optional.of("browser " + fingerprint.substring(0, SHOWN));
                AuditRecord line = AuditRecord.of(actor.name(), what, register);
                desk.audit()
                        .append(
                                tx,
                                what.equals(PAIRED)
                                        ? line.changed(Optional.empty(), which)
                                        : line.changed(which, Optional.empty()));
                return registers(tx, fingerprint);
            }));
        });
    }

    private Set<String> registers(Transaction tx, String fingerprint) {
        return desk.limits().demo()
                ? new ShopTable(tx)
                        .registers().stream().map(RegisterSettings::id).collect(Collectors.toSet())
                : Set.copyOf(new PairingTable(tx).registers(fingerprint));
    }
}
