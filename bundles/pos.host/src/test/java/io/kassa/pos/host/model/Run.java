package io.kassa.pos.host.model;

import static io.kassa.pos.host.model.Counter.must;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** Does operations to the real till and to the model, and compares the two after each. */
final class Run implements AutoCloseable {

    private static final List<String> REGISTERS = List.of("R1", "R2");
    private static final List<String> PRODUCTS = List.of("gym", "drink", "massage");
    private static final List<String> METHODS = List.of("wallet", "cash", "card");

    private final ModelBooks books = new ModelBooks();
    private final Counter till;
    private final Carts carts;
    private final Tendering tendering;
    private final Refunding refunding;
    private final Ending ending;
    private final Comparison comparison;
    private long effective;

    Run(Path folder) {
        this.till = new Counter(folder, books.bank);
        this.carts = new Carts(till, books);
        this.tendering = new Tendering(till, books);
        this.refunding = new Refunding(till, books);
        this.ending = new Ending(till, books, refunding);
        this.comparison = new Comparison(till, books);
    }

    /** What was done so far, for a person. */
    List<String> done() {
        return till.done();
    }

    /** Operations that did something to the till: neither refused, nor without anything that they could be done to. */
    long effective() {
        return effective;
    }

    /** Operations that the till had to refuse, and did. */
    long refused() {
        return till.refusals();
    }

    void apply(Op op) {
        int before = till.done().size();
        long refusals = till.refusals();
        perform(op);
        if (till.done().size() == before) {
            return; // there was nothing to do that to
        }
        effective += till.refusals() == refusals ? 1 : 0;
        REGISTERS.forEach(comparison::compare);
        must(
                books.unused.keySet(),
                new TreeSet<>(till.shop().selling.unused().stream()
                        .map(one -> one.attempt().value())
                        .toList()),
                "paid, not used");
    }

    private void perform(Op op) {
        till.shop().clock.move(Duration.ofMillis(10));
        String register = REGISTERS.get(op.register());
        switch (op.kind()) {
            case ADD -> carts.add(register, PRODUCTS.get(op.a() % PRODUCTS.size()), 1 + op.b() % 3);
            case CHANGE -> carts.change(register, op.a(), op.b());
            case DISCOUNT -> carts.discount(register, op.a());
            case PAY -> tendering.pay(register, METHODS.get(op.a() % METHODS.size()));
            case ANSWER -> tendering.answer(register, op.a(), op.b());
            case REMOVE -> tendering.remove(register, op.a());
            case COMPLETE -> ending.complete(register);
            case CANCEL -> ending.cancel(register, op.a());
            case USE_UNUSED -> ending.useUnused(register, op.a());
            case REFUND -> refunding.refund(op.a(), op.b());
            case REFUND_UNUSED -> refunding.refundUnused(op.a());
            case ANSWER_REFUND -> refunding.answerRefund(op.a(), op.b());
            case INQUIRE -> refunding.inquire(op.a());
            case TROUBLE -> books.bank.trouble = op.a() % 2 == 0 ? Bank.Trouble.LOST_BEFORE : Bank.Trouble.LOST_AFTER;
            case ROUND -> refunding.round();
            case VERIFY -> refunding.verify(op.a(), op.b());
            case CRASH -> till.crash();
        }
    }

    /** Looks at every receipt, and at what the ledger and the bank have. */
    void compareAll() {
        comparison.compareAll();
    }

    /** Alters the till's books behind its back. */
    void meddle(String sql) {
        till.shop().ledger.books().write(tx -> tx.execute(sql));
    }

    @Override
    public void close() {
        till.close();
    }
}
