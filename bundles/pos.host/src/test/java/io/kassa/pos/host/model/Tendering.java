package io.kassa.pos.host.model;

import static io.kassa.pos.host.model.ModelBooks.payable;

import io.kassa.pos.host.model.ModelBooks.Paying;
import io.kassa.pos.host.model.ModelSale.Tender;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Optional;

/** Payments under way: scanned, typed, in cash, by card, refused, given up. */
final class Tendering {

    private static final long ATTESTED_MOST = 20_000;

    private final Counter till;
    private final ModelBooks books;

    Tendering(Counter till, ModelBooks books) {
        this.till = till;
        this.books = books;
    }

    void pay(String register, String method) {
        ModelSale sale = books.open.get(register);
        if (sale == null) {
            return;
        }
        long eligible = payable(sale, method);
        boolean allowed = !books.paying.containsKey(register) && eligible > 0;
        String attempt = "pay" + till.next();
        till.said(
                register + " pays by " + method + ", up to " + eligible,
                allowed,
                till.shop().selling.pay(Shop.AINO, register, new SaleId(sale.id), new AttemptId(attempt), method));
        if (allowed) {
            books.paying.put(register, new Paying(attempt, method, eligible));
        }
    }

    void answer(String register, int a, int b) {
        Paying now = books.paying.get(register);
        if (now == null) {
            return;
        }
        if (a % 12 == 0) {
            tell(register, now, new Answer.Cancelled(), Optional.empty());
            books.paying.remove(register);
            return;
        }
        switch (now.step) {
            case "scan" -> scan(register, now, a, b);
            case "amount" -> amount(register, now, a, b);
            default -> {
                tell(register, now, new Answer.Confirmed(), Optional.empty());
                takeReceipt(register, now, now.transaction.orElseThrow());
            }
        }
    }

    private void scan(String register, Paying now, int a, int b) {
        if (a % 5 == 1) {
            tell(register, now, new Answer.Detoured("typed"), Optional.of("no camera"));
            now.step = "amount";
            now.vouched = true;
            return;
        }
        if (a % 9 == 2) {
            tell(register, now, new Answer.Scanned("rubbish"), Optional.empty());
            return;
        }
        boolean again = a % 4 == 3 && !books.transactions.isEmpty();
        String id = again
                ? books.transactions.get(b % books.transactions.size())
                : books.bank.pays(amountNear(now.eligible, b));
        if (!again) {
            books.transactions.add(id);
        }
        tell(register, now, new Answer.Scanned(id), Optional.empty());
        if (books.bank.paid(id).orElseThrow() > now.eligible) {
            now.step = "surplus";
            now.transaction = Optional.of(id);
        } else {
            takeReceipt(register, now, id);
        }
    }

    private static long amountNear(long cents, int b) {
        return switch (b % 4) {
            case 0 -> cents + 1 + b % 500;
            case 1 -> 1 + b % cents;
            default -> cents;
        };
    }

    /** The till has it, or it pays another sale, or its money is going back: then the code is asked for again. */
    private void takeReceipt(String register, Paying now, String id) {
        if (books.claims.containsKey(id)) {
            now.step = "scan";
            now.transaction = Optional.empty();
            return;
        }
        if (books.goneBack.contains(id) || books.isSentBack(id)) {
            // the till takes the last answer back, and its step is asked again
            return;
        }
        books.unused
                .entrySet()
                .removeIf(one -> one.getValue().tenders.stream()
                        .anyMatch(tender ->
                                tender.attempt.equals(one.getKey()) && tender.transaction.equals(Optional.of(id))));
        books.claims.put(id, now.attempt);
        books.book(register, now, books.bank.paid(id).orElseThrow(), Optional.of(id));
    }

    private void amount(String register, Paying now, int a, int b) {
        long cents = b % 13 == 0 ? 0 : amountNear(now.eligible, b);
        tell(register, now, new Answer.Amount(Money.euro(cents)), Optional.empty());
        ModelSale sale = books.open.get(register);
        long vouched = sale.tenders.stream()
                .filter(tender -> tender.vouched)
                .mapToLong(tender -> tender.tendered)
                .sum();
        boolean refused = cents <= 0
                || now.method.equals("card") && cents > now.eligible
                || now.vouched && vouched + cents > ATTESTED_MOST;
        if (!refused) {
            books.book(register, now, cents, Optional.empty());
        }
    }

    private void tell(String register, Paying now, Answer answer, Optional<String> reason) {
        till.said(
                register + " answers " + now.step + ": "
                        + (answer instanceof Answer.Scanned scanned
                                ? scanned.code() + " of " + books.bank.paid(scanned.code())
                                : answer),
                true,
                till.shop().selling.answer(Shop.AINO, register, new AttemptId(now.attempt), now.step, answer, reason));
    }

    void remove(String register, int a) {
        ModelSale sale = books.open.get(register);
        if (sale == null || sale.tenders.isEmpty()) {
            return;
        }
        Tender tender = sale.tenders.get(a % sale.tenders.size());
        boolean allowed = !books.paying.containsKey(register) && tender.isRemovable();
        till.said(
                register + " takes out " + tender.attempt,
                allowed,
                till.shop()
                        .selling
                        .removeTender(Shop.AINO, register, new SaleId(sale.id), new AttemptId(tender.attempt)));
        if (allowed) {
            sale.tenders.remove(tender);
        }
    }
}
