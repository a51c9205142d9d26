package io.kassa.pos.host.config;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.sale.Origin;
import io.kassa.pos.host.setup.Removal;
import io.kassa.pos.host.store.OutstandingTable;
import io.kassa.pos.host.store.OutstandingTable.Left;
import io.kassa.pos.ledger.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out what becomes of payments when a method is taken away for good. */
final class Removals {

    private final Desk desk;

    Removals(Desk desk) {
        this.desk = desk;
    }

    Removal of(String method) {
        return desk.books().read(tx -> of(tx, method));
    }

    private Removal of(Transaction tx, String method) {
        Optional<String> scheme =
                desk.methods().find(method).flatMap(there -> there.info().scheme());
        Origin own = new Origin(method, scheme);
        OutstandingTable table = new OutstandingTable(tx);
        List<Left> all = table.refundable(own);
        List<Left> refundable = alone(method, all, Left::origin);
        List<Left> open = Stream.of(
                        // nobody takes a payment over, whatever they speak
                        alone(
                                method,
                                table.openPayments(),
                                left -> Origin.only(left.origin().method())),
                        alone(method, table.openRefunds(), Left::origin))
                .flatMap(List::stream)
                .toList();
        List<Left> unknown = alone(method, table.unknown(), Left::origin);
        return new Removal(
                keeper(method, own, all),
                count(refundable),
                refundable.stream().map(Left::newest).max(Comparator.<Instant>naturalOrder()),
                count(open),
                count(unknown));
    }

    /** Those that this method looks after now, or did, and nobody would without it. */
    private List<Left> alone(String method, List<Left> all, Function<Left, Origin> origin) {
        return all.stream()
                .filter(left -> isOf(method, origin.apply(left)))
                .filter(left ->
                        desk.methods().findWithout(method, origin.apply(left)).isEmpty())
                .toList();
    }

    private boolean isOf(String method, Origin origin) {
        return origin.method().equals(method)
                || desk.methods()
                        .find(origin)
                        .filter(there -> there.info().id().equals(method))
                        .isPresent();
    }

    private Optional<Removal.Keeper> keeper(String method, Origin own, List<Left> all) {
        return Stream.concat(Stream.of(own), all.stream().map(Left::origin))
                .filter(origin -> origin.method().equals(method))
                .map(origin -> desk.methods().findWithout(method, origin))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Offered::info)
                .map(info -> new Removal.Keeper(info.id(), info.name()));
    }

    private static int count(List<Left> lefts) {
        return lefts.stream().mapToInt(Left::count).sum();
    }
}
