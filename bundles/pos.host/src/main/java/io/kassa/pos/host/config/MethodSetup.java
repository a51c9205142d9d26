package io.kassa.pos.host.config;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.MethodView;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Payment methods as the service registry offers them, with what the shop decided about each. */
final class MethodSetup {

    private final Desk desk;
    private final Forms forms;

    MethodSetup(Desk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    List<MethodView> all() {
        Map<String, MethodTable.Known> known = new TreeMap<>();
        desk.books().read(tx -> new MethodTable(tx).all()).forEach(one -> known.put(one.id(), one));
        List<MethodView> all = new ArrayList<>();
        for (Offered offered : desk.methods().all()) {
            MethodTable.Known settings = known.remove(offered.info().id());
            all.add(view(offered, settings == null ? fresh(offered) : settings.settings()));
        }
        known.values().stream().filter(one -> one.settings().enabled()).forEach(one -> all.add(missing(one)));
        return all;
    }

    /** What is preset for a method that the shop decided nothing about: cash is rounded where there are no small coins. */
    private static MethodSettings fresh(Offered offered) {
        return new MethodSettings(false, "", "", true, false, offered.info().givesChange());
    }

    Result<List<MethodView>> save(Actor actor, String id, MethodSettings wanted) {
        boolean rounds = wanted.rounding()
                && desk.methods().find(id).map(one -> one.info().givesChange()).orElse(true);
        MethodSettings settings = wanted.rounding(rounds);
        Optional<Message> offered =
                desk.methods().find(id).map(one -> one.info().name());
        Optional<MethodTable.Known> known = desk.books().read(tx -> new MethodTable(tx).find(id));
        Optional<Message> name = offered.or(() -> known.map(MethodTable.Known::name));
        if (name.isEmpty()) {
            return desk.refuse(Refusal.METHOD_UNKNOWN);
        }
        desk.books().write(tx -> {
            new MethodTable(tx).save(new MethodTable.Known(id, name.get(), settings));
            desk.audit()
                    .append(
                            tx,
                            AuditRecord.of(actor.name(), "method.saved", id)
                                    .changed(
                                            known.map(one -> one.settings().toString()),
                                            Optional.of(settings.toString())));
            return null;
        });
        return new Result.Ok<>(all());
    }

    private MethodView view(Offered offered, MethodSettings settings) {
        Message name = offered.info().name();
        return new MethodView(
                offered.info().id(),
                name,
                offered.isClosed() ? MethodView.State.CLOSED : MethodView.State.AVAILABLE,
                offered.version(),
                problems(offered, name),
                settings,
                offered.info().givesChange(),
                offered.filter().isPresent() || offered.info().filtered(),
                open(offered.info().id()));
    }

    private List<Message> problems(Offered offered, Message name) {
        List<Message> problems = new ArrayList<>();
        if (offered.isClosed()) {
            problems.add(desk.words().say("hint.closed", name));
        }
        if (!offered.info().acceptsAt(desk.clock().instant())) {
            problems.add(desk.words()
                    .say("hint.ended", name, offered.info().acceptUntil().orElseThrow()));
        }
        return problems;
    }

    private MethodView missing(MethodTable.Known known) {
        return new MethodView(
                known.id(),
                known.name(),
                MethodView.State.MISSING,
                "",
                whyMissing(known),
                known.settings(),
                false,
                false,
                open(known.id()));
    }

    /** A plug-in with broken settings registers no method: what is wrong with them is the best answer there is. */
    private List<Message> whyMissing(MethodTable.Known known) {
        List<Message> problems = new ArrayList<>();
        problems.add(desk.words().say("hint.missing", known.name()));
        forms.all().stream()
                .flatMap(form -> form.configurations().stream())
                .flatMap(configured -> configured.findings().stream())
                .filter(Finding::isError)
                .forEach(finding -> problems.add(finding.result()));
        return problems;
    }

    private int open(String method) {
        return Math.toIntExact(desk.books().read(tx -> new AttemptTable(tx).open(method)));
    }
}
