package io.kassa.pos.ledger;

import static io.kassa.pos.ledger.Shop.FIRST;
import static io.kassa.pos.ledger.Shop.NEXT_SALE;
import static io.kassa.pos.ledger.Shop.RECEIPT;
import static io.kassa.pos.ledger.Shop.SALE;
import static io.kassa.pos.ledger.Shop.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kit's rules for ledgers leave open: the host's side of claims and intents, on any database. */
abstract class ClaimsContract {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Store store;
    private Ledger ledger;
    private Claims claims;

    abstract Store store();

    @BeforeEach
    void open() {
        store = store();
        ledger = store.open(CLOCK);
        claims = ledger.claims();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void L2_anotherAttemptIsToldTheSale_reservedOrSettled() {
        claims.claim(RECEIPT, FIRST, SALE);
        assertThat(claims.claim(RECEIPT, SECOND, SALE)).isEqualTo(new Claim.Held(SALE, FIRST, NOW));
        Shop.settle(ledger, FIRST, SALE, RECEIPT);
        assertThat(claims.claim(RECEIPT, SECOND, NEXT_SALE)).isEqualTo(new Claim.Held(SALE, FIRST, NOW));
        assertThat(claims.holder(RECEIPT)).contains(new Claim.Held(SALE, FIRST, NOW));
    }

    @Test
    void L4_aSettledClaimSurvivesTheService_aReservedOneDoesNot() {
        PaymentReference reservedOnly = Shop.receipt("tx_0000000000000000");
        claims.claim(RECEIPT, FIRST, SALE);
        Shop.settle(ledger, FIRST, SALE, RECEIPT);
        claims.claim(reservedOnly, FIRST, SALE);
        reopen();
        assertThat(claims.claim(RECEIPT, SECOND, NEXT_SALE)).isInstanceOf(Claim.Held.class);
        assertThat(claims.claim(reservedOnly, SECOND, NEXT_SALE)).isEqualTo(new Claim.Granted());
    }

    @Test
    void L4_aClaimIsStoredEvenWhenItsReservationWasLostInARestart() {
        claims.claim(RECEIPT, FIRST, SALE);
        reopen();
        assertThat(Shop.settle(ledger, FIRST, SALE, RECEIPT)).isEqualTo(new Settlement.Settled(Set.of(RECEIPT)));
        assertThat(claims.holder(RECEIPT)).contains(new Claim.Held(SALE, FIRST, NOW));
    }

    @Test
    void L4_theClaimGoesWithTheOutcomeThatIsNotStored() {
        claims.claim(RECEIPT, FIRST, SALE);
        assertThatThrownBy(() -> ledger.books().write(transaction -> {
                    claims.settle(transaction, FIRST, SALE, Optional.of(RECEIPT));
                    throw new UnsupportedOperationException("the outcome");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        claims.release(FIRST);
        assertThat(claims.holder(RECEIPT)).isEmpty();
    }

    private void reopen() {
        ledger.close();
        ledger = store.open(CLOCK);
        claims = ledger.claims();
    }

    @Test
    void L5_ofManyThreadsExactlyOneIsGranted() throws Exception {
        List<Claim> answers = Together.run(32, i -> claims.claim(RECEIPT, new AttemptId("a-" + i), SALE));
        assertThat(answers).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
    }

    @Test
    void L5_ofTwoHostsOneSettles_andTheOtherIsToldWhoWasFirst() {
        try (Ledger other = store.open(CLOCK)) {
            assertThat(claims.claim(RECEIPT, FIRST, SALE)).isEqualTo(new Claim.Granted());
            assertThat(other.claims().claim(RECEIPT, SECOND, NEXT_SALE)).isEqualTo(new Claim.Granted());
            assertThat(Shop.settle(ledger, FIRST, SALE, RECEIPT)).isInstanceOf(Settlement.Settled.class);
            assertThat(Shop.settle(other, SECOND, NEXT_SALE, RECEIPT))
                    .isEqualTo(new Settlement.Taken(RECEIPT, new Claim.Held(SALE, FIRST, NOW)));
        }
    }

    /** It may lose the receipt to another host, and then it would be wrong to name its sale. */
    @Test
    void L2_whoAsksBeforeAnAttemptHasEndedIsToldWhoHasItInTheEnd() throws Exception {
        AttemptId third = new AttemptId("a-3");
        try (Ledger other = store.open(CLOCK)) {
            claims.claim(RECEIPT, SECOND, NEXT_SALE);
            AtomicReference<Claim> told = new AtomicReference<>();
            AtomicReference<Optional<Claim.Held>> seen = new AtomicReference<>();
            List<Thread> asking = List.of(
                    new Thread(() -> told.set(claims.claim(RECEIPT, third, SALE))),
                    new Thread(() -> seen.set(claims.holder(RECEIPT))));
            asking.forEach(Thread::start);
            for (int tries = 0; tries < 100 && asking.stream().anyMatch(ClaimsContract::isBusy); tries++) {
                Thread.sleep(10);
            }
            assertThat(Shop.settle(other, FIRST, SALE, RECEIPT)).isInstanceOf(Settlement.Settled.class);
            assertThat(Shop.settle(ledger, SECOND, NEXT_SALE, RECEIPT)).isInstanceOf(Settlement.Taken.class);
            for (Thread thread : asking) {
                thread.join(10_000);
            }
            Claim.Held first = new Claim.Held(SALE, FIRST, NOW);
            assertThat(told.get()).isEqualTo(first);
            assertThat(seen.get()).contains(first);
        }
    }

    private static boolean isBusy(Thread thread) {
        return thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive();
    }

    @Test
    void L5_aSettlementOfSeveralReceiptsWritesNoneWhenOneIsTaken() {
        PaymentReference more = Shop.receipt("tx_0000000000000000");
        try (Ledger other = store.open(CLOCK)) {
            claims.claim(more, SECOND, NEXT_SALE);
            claims.claim(RECEIPT, SECOND, NEXT_SALE);
            Shop.settle(other, FIRST, SALE, RECEIPT);
            assertThat(Shop.settle(ledger, SECOND, NEXT_SALE, RECEIPT)).isInstanceOf(Settlement.Taken.class);
            assertThat(claims.holder(more)).isEmpty();
            assertThat(other.claims().holder(more)).isEmpty();
        }
    }

    @Test
    void L5_ofManyThreadsOnTwoHostsExactlyOneSettles() throws Exception {
        try (Ledger other = store.open(CLOCK)) {
            List<Settlement> answers = Together.run(32, i -> {
                Ledger host = i % 2 == 0 ? ledger : other;
                return Shop.settle(host, new AttemptId("a-" + i), SALE, RECEIPT);
            });
            assertThat(answers).filteredOn(Settlement.Settled.class::isInstance).hasSize(1);
        }
    }

    @Test
    void L7_anIntentIsOnDiskAndKeepsOthersOut() {
        Map<String, String> seen = Map.of("refunded", "0", "note", "ä");
        assertThat(claims.intend(RECEIPT, FIRST, SALE, seen))
                .isEqualTo(new Intent.Open(RECEIPT, NOW, Optional.empty(), seen, false));
        reopen();
        assertThat(claims.intent(FIRST)).contains(new Intent.Open(RECEIPT, NOW, Optional.empty(), seen, true));
        assertThat(claims.intend(RECEIPT, SECOND, NEXT_SALE, Map.of())).isEqualTo(new Intent.Busy(SALE, FIRST, NOW));
    }

    @Test
    void L7_ofManyThreadsOnTwoHostsExactlyOneOpensTheIntent() throws Exception {
        try (Ledger other = store.open(CLOCK)) {
            List<Intent> answers = Together.run(
                    32,
                    i -> (i % 2 == 0 ? ledger : other)
                            .claims()
                            .intend(RECEIPT, new AttemptId("a-" + i), SALE, Map.of("thread", "" + i)));
            assertThat(answers).filteredOn(Intent.Open.class::isInstance).hasSize(1);
        }
    }

    @Test
    void L8_anIntentStaysOpenUntilItsOutcomeIsKnown() {
        claims.intend(RECEIPT, FIRST, SALE, Map.of());
        assertThat(ledger.books().read(claims::attemptsToRecover)).containsExactly(FIRST);
        assertThat(ledger.books().<Optional<SaleId>>read(tx -> claims.refundedFrom(tx, RECEIPT)))
                .contains(SALE);
        assertThat(ledger.books().<Boolean>write(tx -> claims.closeIntent(tx, FIRST)))
                .isTrue();
        assertThat(ledger.books().<Boolean>write(tx -> claims.closeIntent(tx, FIRST)))
                .isFalse();
        assertThat(ledger.books().read(claims::attemptsToRecover)).isEmpty();
        assertThat(ledger.books().<Optional<SaleId>>read(tx -> claims.refundedFrom(tx, RECEIPT)))
                .isEmpty();
        assertThat(claims.intent(FIRST)).isPresent();
        assertThat(claims.intend(RECEIPT, SECOND, SALE, Map.of())).isInstanceOf(Intent.Open.class);
    }

    @Test
    void aFreedReceiptWorksInTheNextSale() {
        Shop.settle(ledger, FIRST, SALE, RECEIPT);
        assertThat(ledger.books().<Boolean>write(tx -> claims.free(tx, RECEIPT, SECOND)))
                .isFalse();
        assertThat(ledger.books().<Boolean>write(tx -> claims.free(tx, RECEIPT, FIRST)))
                .isTrue();
        assertThat(claims.claim(RECEIPT, SECOND, NEXT_SALE)).isEqualTo(new Claim.Granted());
        assertThat(Shop.settle(ledger, SECOND, NEXT_SALE, RECEIPT)).isInstanceOf(Settlement.Settled.class);
        assertThat(claims.holder(RECEIPT)).contains(new Claim.Held(NEXT_SALE, SECOND, NOW));
    }

    @Test
    void aClaimMovesToTheNextSaleInOneTransaction() {
        Shop.settle(ledger, FIRST, SALE, RECEIPT);
        Settlement moved = ledger.books().write(tx -> {
            claims.free(tx, RECEIPT, FIRST);
            return claims.settle(tx, SECOND, NEXT_SALE, Optional.of(RECEIPT));
        });
        assertThat(moved).isInstanceOf(Settlement.Settled.class);
        assertThat(claims.holder(RECEIPT)).contains(new Claim.Held(NEXT_SALE, SECOND, NOW));
    }
}
