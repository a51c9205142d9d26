package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.TestSigner.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.Forger.Forgery;
import io.kassa.smartum.core.receipt.Trick.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two thousand receipts with things done to them: what was issued is accepted as it was issued, nothing else is, and what can be
 * seen without a signature check costs none. {@code -Dforgeries=…} tries more, {@code -Dforgeries.seed=…} the same again.
 */
class ForgeriesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final int MANY = Integer.getInteger("forgeries", 2_000);

    private final ReceiptReader reader = new ReceiptReader(
            Contract.shipped(),
            PublicKeys.parse(OURS.pem()).keys(),
            new ReceiptRules("ven_pDmadXvNHA6XWoew", "exercise", 100_000, Duration.ofDays(1)));

    @BeforeAll
    static void count() {
        SignatureChecks.count();
    }

    @Test
    void onlyWhatWasIssuedIsAccepted() {
        long seed = Long.getLong("forgeries.seed", new Random().nextInt(1 << 24));
        Forger forger = new Forger(seed, NOW.getEpochSecond());
        Map<Fate, Integer> met = new EnumMap<>(Fate.class);
        for (int i = 0; i < MANY; i++) {
            Forgery forgery = forger.next();
            judged(forgery, "-Dforgeries.seed=" + seed + ", number " + i + ": " + forgery.done());
            met.merge(forgery.fate(), 1, Integer::sum);
        }
        assertThat(met)
                .hasSize(Fate.values().length)
                .allSatisfy((fate, times) ->
                        assertThat(times).as("of each fate enough").isGreaterThan(MANY / 50));
    }

    private void judged(Forgery forgery, String what) {
        int before = SignatureChecks.done();
        Reading reading = reader.read(forgery.text(), NOW);
        assertThat(SignatureChecks.done() - before).as(what).isLessThanOrEqualTo(forgery.fate() == Fate.CHEAP ? 0 : 1);
        assertThat(reading.toString()).as(what).doesNotContain("eyJ").hasSizeLessThan(200);
        if (forgery.fate() == Fate.SURVIVES) {
            assertThat(reading).as(what).isInstanceOf(VerifiedReceipt.class);
            VerifiedReceipt receipt = (VerifiedReceipt) reading;
            assertThat(receipt.transaction().value()).as(what).isEqualTo(forgery.transaction());
            assertThat(receipt.cents()).as(what).isEqualTo(forgery.cents());
        } else {
            assertThat(reading).as(what).isInstanceOf(Reading.Refused.class);
        }
    }
}
