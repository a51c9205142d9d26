package io.kassa.benchmarks;

import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.ledger.start.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Looking up whether a receipt was used, in books that know few and in books that know many. */
final class LookUps {

    private static final int ROUNDS = 20;
    private static final int WARMING = 5;
    private static final int A_ROUND = 500;
    private static final int ROWS = 100;
    private static final int A_COMMIT = 20_000;

    private LookUps() {}

    /** The median look-up with many used receipts, beside that with few. */
    static void compare(String books, Ledger few, int fewUsed, Ledger many, int manyUsed) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        List<long[]> ofFew = new ArrayList<>();
        List<long[]> ofMany = new ArrayList<>();
        for (int round = 0; round < WARMING + ROUNDS; round++) {
            long[] amongFew = Rounds.oneByOne(A_ROUND, () -> lookUp(few, 1 + random.nextInt(fewUsed)));
            long[] amongMany = Rounds.oneByOne(A_ROUND, () -> lookUp(many, 1 + random.nextInt(manyUsed)));
            if (round >= WARMING) {
                ofFew.add(amongFew);
                ofMany.add(amongMany);
            }
        }
        double fast = Rounds.median(Rounds.all(ofFew));
        double slow = Rounds.median(Rounds.all(ofMany));
        System.out.printf(
                "%s: look-up of a used receipt with %,d used / with %,d: %.2f (p50 of %,d: %.3f ms / %.3f ms; goal: at most 3)%n",
                books, manyUsed, fewUsed, slow / fast, ROUNDS * A_ROUND, slow / 1e6, fast / 1e6);
    }

    private static void lookUp(Ledger ledger, int number) {
        if (ledger.claims().holder(Claiming.receipt(number)).isEmpty()) {
            throw new IllegalStateException("not used: " + number);
        }
    }

    /** Uses as many receipts in books that know none. */
    static void fill(Ledger ledger, int used) {
        for (int from = 1; from <= used; from += A_COMMIT) {
            int first = from;
            ledger.books().write(tx -> {
                for (int i = first; i <= Math.min(used, first + A_COMMIT - 1); i += ROWS) {
                    insert(tx, i);
                }
                return true;
            });
        }
    }

    private static void insert(Transaction tx, int first) {
        List<Object> values = new ArrayList<>();
        for (int i = first; i < first + ROWS; i++) {
            Claiming.Use use = Claiming.Use.number(i);
            values.addAll(List.of(
                    use.reference().scheme(),
                    use.reference().id(),
                    use.attempt(),
                    use.sale(),
                    1_764_000_000_000_000L + i));
        }
        tx.execute(
                "INSERT INTO ledger_claim (scheme, id, attempt, sale, since) VALUES (?, ?, ?, ?, ?)"
                        + ", (?, ?, ?, ?, ?)".repeat(ROWS - 1),
                values.toArray());
    }
}
