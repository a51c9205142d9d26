package io.kassa.pos.host.model;

import static io.kassa.pos.host.model.Counter.must;
import static io.kassa.pos.host.model.Counter.ok;
import static io.kassa.pos.host.model.ModelBooks.lines;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.model.ModelSale.Part;
import io.kassa.pos.host.model.ModelSale.Tender;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.host.receipts.RefundView;
import io.kassa.pos.host.selling.AttemptView;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Money that goes back: planned, confirmed, named, lost on its way, asked about. */
final class Refunding {

    private final Counter till;
    private final ModelBooks books;

    Refunding(Counter till, ModelBooks books) {
        this.till = till;
        this.books = books;
    }

    private Optional<ModelSale> completed(int a) {
        List<ModelSale> all = books.closed.stream()
                .filter(sale -> sale.state.equals("COMPLETED"))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.max(0, all.size() - 1 - a % 6)));
    }

    void refund(int a, int b) {
        Optional<ModelSale> which = completed(a);
        if (which.isEmpty()) {
            return;
        }
        ModelSale sale = which.get();
        Map<Integer, Money> lines = new TreeMap<>();
        boolean possible = true;
        long all = sale.surplus();
        for (int number : sale.lines.keySet()) {
            all += sale.refundable(number);
        }
        if (b % 3 > 0) {
            int number = List.copyOf(sale.lines.keySet()).get(b % sale.lines.size());
            long most = sale.refundable(number);
            long cents = b % 17 == 0 ? most + 1 : most == 0 ? 1 : 1 + b % most;
            possible = cents <= most;
            lines.put(number, Money.euro(cents));
        } else {
            possible = all > 0;
        }
        Result<ReceiptView> result =
                till.shop().receipts.refund(Shop.AINO, new SaleId(sale.id), "refund" + till.next(), lines, Map.of());
        if (possible && sale.parts().stream().anyMatch(Part::isPending)) {
            // whether the same payment is asked for twice depends on how the lines were paid
            possible = result instanceof Result.Ok;
        }
        till.said("refund " + till.last() + " of " + sale.id + ", " + lines, possible, result);
        if (possible) {
            Map<Integer, Long> wanted = new TreeMap<>();
            if (lines.isEmpty()) {
                sale.lines.keySet().forEach(number -> wanted.put(number, sale.refundable(number)));
                wanted.put(0, sale.surplus());
            } else {
                lines.forEach((number, money) -> wanted.put(number, money.minor()));
            }
            wanted.values().removeIf(cents -> cents == 0);
            Map<Integer, Long> planned = new TreeMap<>();
            for (Part part : adopt(sale, List.of())) {
                part.lines.forEach((line, cents) -> planned.merge(line, cents, Long::sum));
            }
            must(wanted, planned, "what goes back of each line");
        }
    }

    /** Learns the parts of refunds that are new, and holds them to what every part must keep. */
    List<Part> adopt(ModelSale sale, List<Tender> wholly) {
        List<Part> fresh = new ArrayList<>();
        for (RefundView refund : till.receipt(sale).refunds()) {
            if (sale.refunds.containsKey(refund.id())) {
                continue;
            }
            List<Part> parts = new ArrayList<>();
            for (RefundView.Part part : refund.parts()) {
                Tender of = sale.tenders.stream()
                        .filter(one -> one.attempt.equals(part.payment().value()))
                        .findFirst()
                        .orElseThrow();
                Map<Integer, Long> lines = shares(part.attempt().value());
                long cents = part.amount().minor();
                must(cents, lines.values().stream().mapToLong(one -> one).sum(), "the lines of a part");
                must(true, cents > 0 && of.pending == 0 && cents <= of.kept() - of.refunded, "a part of what is left");
                must(true, !wholly.contains(of) || cents == of.kept(), "all of an unused payment");
                of.pending = cents;
                parts.add(new Part(part.attempt().value(), of, cents, lines, parts.isEmpty() ? "OPEN" : "WAITING"));
            }
            sale.refunds.put(refund.id(), parts);
            fresh.addAll(parts);
        }
        return fresh;
    }

    private Map<Integer, Long> shares(String attempt) {
        Map<Integer, Long> shares = new TreeMap<>();
        till.shop()
                .ledger
                .books()
                .read(tx -> tx.rows(
                        "SELECT line, amount FROM till_share WHERE attempt = ?",
                        row -> Map.entry((int) row.number("line"), row.number("amount")),
                        new AttemptId(attempt)))
                .forEach(share -> shares.put(share.getKey(), share.getValue()));
        return shares;
    }

    void refundUnused(int a) {
        if (books.unused.isEmpty()) {
            return;
        }
        String attempt = List.copyOf(books.unused.keySet()).get(a % books.unused.size());
        ModelSale sale = books.unused.remove(attempt);
        Tender tender = sale.tenders.stream()
                .filter(one -> one.attempt.equals(attempt))
                .findFirst()
                .orElseThrow();
        till.said(
                "refund of " + attempt,
                true,
                till.shop().receipts.refundUnused(Shop.AINO, new AttemptId(attempt), "refund" + till.next()));
        books.goneBack.add(tender.transaction.orElseThrow());
        adopt(sale, List.of(tender));
    }

    void answerRefund(int a, int b) {
        List<ModelSale> waiting =
                books.closed.stream().filter(sale -> sale.open().isPresent()).toList();
        if (waiting.isEmpty()) {
            return;
        }
        ModelSale sale = waiting.get(a % waiting.size());
        Part part = sale.open().orElseThrow();
        AttemptView asked = asked(sale, part);
        String step = asked.step().map(Step::name).orElse("");
        if (b % 9 == 0) {
            tellRefund(part, step, new Answer.Cancelled());
            books.ended(sale, part, "CANCELLED");
        } else if (step.equals("transaction")) {
            name(sale, part, b);
        } else {
            confirmed(sale, part, step);
        }
    }

    private void confirmed(ModelSale sale, Part part, String step) {
        Bank.Trouble trouble = books.bank.trouble;
        boolean goneMeanwhile = books.hasGoneBack(part);
        tellRefund(part, step, new Answer.Confirmed());
        if (!part.of.method.equals("wallet")) {
            books.ended(sale, part, "REFUNDED");
            return;
        }
        String id = part.of.transaction.orElseGet(() -> books.named.get(part.attempt));
        boolean scannedMeanwhile =
                !books.claims.getOrDefault(id, part.of.attempt).equals(part.of.attempt);
        if (scannedMeanwhile || goneMeanwhile) {
            books.ended(sale, part, "DECLINED");
        } else if (trouble == Bank.Trouble.NONE) {
            books.ended(sale, part, "REFUNDED");
            books.learn(part, id);
        } else {
            books.ended(sale, part, "UNKNOWN");
        }
    }

    private void name(ModelSale sale, Part part, int b) {
        boolean again = b % 5 == 1 && !books.transactions.isEmpty();
        String id = again ? books.transactions.get(b % books.transactions.size()) : books.bank.pays(part.of.tendered);
        if (!again) {
            books.transactions.add(id);
        }
        String holder = books.claims.get(id);
        boolean fits = (holder == null || holder.equals(part.of.attempt))
                && part.cents <= books.bank.paid(id).orElseThrow() - books.bank.refunded(id)
                && !books.isSentBack(id);
        if (again && fits) {
            // may be sent: whether the books allow it is the ledger's own test
            return;
        }
        tellRefund(part, "transaction", new Answer.Text(id));
        if (fits) {
            books.named.put(part.attempt, id);
        }
    }

    private void tellRefund(Part part, String step, Answer answer) {
        till.said(
                "refund part " + part.attempt + " is told " + answer
                        + (answer instanceof Answer.Text text ? text.text() : ""),
                true,
                till.shop().receipts.answer(Shop.AINO, new AttemptId(part.attempt), step, answer));
    }

    void inquire(int a) {
        List<ModelSale> unknown = books.closed.stream()
                .filter(sale -> sale.parts().stream().anyMatch(part -> part.state.equals("UNKNOWN")))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        ModelSale sale = unknown.get(a % unknown.size());
        Part part = sale.parts().stream()
                .filter(one -> one.state.equals("UNKNOWN"))
                .findFirst()
                .orElseThrow();
        boolean lostAgain = books.bank.trouble != Bank.Trouble.NONE && !books.bank.knows(part.attempt);
        till.said(
                "inquiry of " + part.attempt,
                true,
                till.shop().receipts.inquire(Shop.AINO, new AttemptId(part.attempt)));
        if (!lostAgain) {
            books.known(sale, part);
        }
    }

    /** Some time passes, and the till asks what it does not know. */
    void round() {
        books.bank.trouble = Bank.Trouble.NONE;
        till.shop().clock.move(Duration.ofDays(1).plusMinutes(5));
        till.shop().receipts.followUps().run();
        till.done().add("a day passes");
        for (ModelSale sale : books.closed) {
            sale.parts().stream().filter(part -> part.state.equals("UNKNOWN")).forEach(part -> books.known(sale, part));
        }
    }

    void verify(int a, int b) {
        List<Tender> vouched = books.closed.stream()
                .filter(sale -> sale.state.equals("COMPLETED"))
                .flatMap(sale -> sale.tenders.stream())
                .filter(tender -> tender.vouched && tender.transaction.isEmpty())
                .toList();
        if (vouched.isEmpty()) {
            return;
        }
        Tender tender = vouched.get(a % vouched.size());
        String id = books.bank.pays(tender.tendered + b % 2);
        books.transactions.add(id);
        Result<Receipts.Verdict> result = till.shop().receipts.verify(Shop.AINO, new AttemptId(tender.attempt), id);
        till.done()
                .add("verify " + tender.attempt + " by " + id + ": "
                        + result.getClass().getSimpleName());
        boolean matches =
                result instanceof Result.Ok<Receipts.Verdict> ok && ok.value().confirmed();
        must(tender.pending == 0 && b % 2 == 0, matches, "a typed payment is confirmed by its own receipt alone");
        if (matches) {
            tender.transaction = Optional.of(id);
            books.claims.put(id, tender.attempt);
        }
    }

    private AttemptView asked(ModelSale sale, Part part) {
        return till.receipt(sale).refunds().stream()
                .flatMap(refund -> refund.attempt().stream())
                .filter(attempt -> attempt.id().value().equals(part.attempt))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is asked about " + part.attempt));
    }
}
