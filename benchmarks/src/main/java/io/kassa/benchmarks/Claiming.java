package io.kassa.benchmarks;

import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.Settlement;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Receipts that were never seen before, and claiming one as a host does: reserved, settled in a commit, released. */
final class Claiming {

    private static final String SCHEME = "smartum:https://api.smartum.fi";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID = 16;

    private Claiming() {}

    /** One receipt, used by one attempt of one sale. */
    record Use(PaymentReference reference, AttemptId attempt, SaleId sale) {

        static Use number(long number) {
            SplittableRandom random = new SplittableRandom(~number);
            return new Use(
                    receipt(number),
                    new AttemptId(new UUID(random.nextLong(), random.nextLong()).toString()),
                    new SaleId("R%d-%06d".formatted(1 + number % 32, number)));
        }

        void claim(Ledger ledger) {
            Claims claims = ledger.claims();
            if (!(claims.claim(reference, attempt, sale) instanceof Claim.Granted)) {
                throw new IllegalStateException("used: " + reference);
            }
            Settlement settlement =
                    ledger.books().write(tx -> claims.settle(tx, attempt, sale, Optional.of(reference)));
            claims.release(attempt);
            if (!(settlement instanceof Settlement.Settled)) {
                throw new IllegalStateException("taken: " + reference);
            }
        }

        /** All that a claim is, as a line of text: what its peers write. */
        byte[] bytes() {
            String line = String.join(
                    "\t",
                    reference.scheme(),
                    reference.id(),
                    attempt.value(),
                    sale.value(),
                    Long.toString(System.currentTimeMillis()));
            return (line + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Scattered over all ids, as a provider draws them: the same one for the same number. */
    static PaymentReference receipt(long number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder id = new StringBuilder("tx_");
        for (int i = 0; i < ID; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new PaymentReference(SCHEME, id.toString());
    }
}
