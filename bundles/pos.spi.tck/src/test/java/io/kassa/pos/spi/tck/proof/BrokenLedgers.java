package io.kassa.pos.spi.tck.proof;

import static io.kassa.pos.spi.tck.proof.Broken.thing;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.ledger.OpenIntent;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.tck.LedgerBench;
import io.kassa.pos.spi.tck.LedgerInMemory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Ledgers that break L1 to L10. */
final class BrokenLedgers {

    private BrokenLedgers() {}

    static List<Broken<LedgerBench>> all() {
        return List.of(
                thing("does not show a fresh claim", Hiding::new, "L1_firstClaim_isGranted"),
                thing(
                        "names the wrong sale",
                        Misnaming::new,
                        "L2_claimByAnotherAttempt_isToldWhoHoldsIt",
                        "L2_claimAfterPaying_isToldWhoHoldsIt"),
                thing(
                        "lets a sale claim twice",
                        Friendly::new,
                        "L2_claimByAnotherAttemptOfTheSale_isToldWhoHoldsIt",
                        "L5_claimsAtTheSameMoment_grantOne"),
                thing("forgets a claim when it is paid", Forgetting::new, "L2_claimAfterPaying_isToldWhoHoldsIt"),
                thing(
                        "refuses a claim that is repeated",
                        Stubborn::new,
                        "L3_sameAttempt_isGrantedAgain",
                        "L3_sameAttempt_isGrantedAgainAfterPaying"),
                thing(
                        "refuses a claim that is repeated when it is paid",
                        StubbornWhenPaid::new,
                        "L3_sameAttempt_isGrantedAgainAfterPaying"),
                thing(
                        "keeps claims of attempts that did not pay",
                        Clinging::new,
                        "L4_attemptThatDidNotPay_leavesTheReferenceFree"),
                thing(
                        "loses all in a crash",
                        Losing::new,
                        "L10_sending_isOnDisk",
                        "L4_crashAfterPaying_keepsTheClaim",
                        "L7_intent_isOnDisk"),
                thing("looks, waits and grants", Racing::new, "L5_claimsAtTheSameMoment_grantOne"),
                thing(
                        "lets every host be first",
                        Everywhere::new,
                        "L5_claimsAtTheSameMoment_payOneOnSeveralHosts",
                        "L5_hostThatWasSecond_takesTheOutcomeBack",
                        "L7_anotherHost_isToldThatItIsBusy"),
                thing("ignores case", Folding::new, "L6_referencesAreComparedExactly"),
                thing(
                        "opens every intent",
                        Opening::new,
                        "L7_openIntent_makesThePaymentBusy",
                        "L7_intentsAtTheSameMoment_openOne",
                        "L8_unknownOutcome_keepsTheIntent"),
                thing("stores the newest facts", Updating::new, "L8_sameAttempt_isGivenItsFirstIntentAgain"),
                thing(
                        "never ends an intent",
                        NeverEnding::new,
                        "L10_endedIntent_isNotSent",
                        "L8_knownOutcome_endsTheIntent",
                        "L8_openIntents_areListedOldestFirst_untilTheyEnd"),
                thing(
                        "ends an intent that is not known",
                        EndingEarly::new,
                        "L8_openIntents_areListedOldestFirst_untilTheyEnd",
                        "L8_unknownOutcome_keepsTheIntent"),
                thing(
                        "lists intents in the order of their ids",
                        Sorting::new,
                        "L8_openIntents_areListedOldestFirst_untilTheyEnd"),
                thing("grants what it cannot store", Granting::new, "L9_brokenBooks_throwAndGrantNothing"),
                thing(
                        "does not write down what is sent",
                        NotWriting::new,
                        "L10_endedIntent_isNotSent",
                        "L10_sending_isOnDisk",
                        "L10_sendingsAtTheSameMoment_grantOne",
                        "L10_sendingsAtTheSameMoment_grantOneOnSeveralHosts",
                        "L10_whoDecidedBeforeTheLastSending_doesNotSend"),
                thing("lets what has ended be sent", SendingForEver::new, "L10_endedIntent_isNotSent"),
                thing("looks, waits and lets send", Hesitating::new, "L10_sendingsAtTheSameMoment_grantOne"));
    }

    private static final class Hiding extends MemoryBench {
        private boolean paid;

        @Override
        public boolean paid(AttemptId attempt, SaleId sale, PaymentReference reference) {
            paid = true;
            return super.paid(attempt, sale, reference);
        }

        @Override
        public Optional<Claim.Held> holder(PaymentReference reference) {
            return super.holder(reference).filter(held -> paid);
        }
    }

    private static final class Misnaming extends MemoryBench {
        @Override
        public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
            return super.claim(reference, attempt, sale) instanceof Claim.Held held
                    ? new Claim.Held(sale, held.attempt(), held.since())
                    : new Claim.Granted();
        }
    }

    private static final class Friendly extends MemoryBench {
        @Override
        public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
            Claim claim = super.claim(reference, attempt, sale);
            return claim instanceof Claim.Held held && held.sale().equals(sale) ? new Claim.Granted() : claim;
        }
    }

    private static final class Forgetting extends MemoryBench {
        private boolean paid;

        @Override
        public boolean paid(AttemptId attempt, SaleId sale, PaymentReference reference) {
            paid = super.paid(attempt, sale, reference);
            return paid;
        }

        @Override
        public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
            return paid ? new Claim.Granted() : super.claim(reference, attempt, sale);
        }
    }

    private static final class Stubborn extends MemoryBench {
        @Override
        public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
            Optional<Claim.Held> holder = holder(reference);
            return holder.isPresent() ? holder.get() : super.claim(reference, attempt, sale);
        }
    }

    private static final class StubbornWhenPaid extends MemoryBench {
        private boolean paid;

        @Override
        public boolean paid(AttemptId attempt, SaleId sale, PaymentReference reference) {
            paid = true;
            return super.paid(attempt, sale, reference);
        }

        @Override
        public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
            Optional<Claim.Held> holder = holder(reference).filter(held -> paid);
            return holder.isPresent() ? holder.get() : super.claim(reference, attempt, sale);
        }
    }

    private static final class Clinging extends MemoryBench {
        @Override
        public void unpaid(AttemptId attempt) {
            paid(attempt, new SaleId("none"), new PaymentReference("none", "none"));
        }
    }

    private static final class Losing extends MemoryBench {
        @Override
        public Optional<LedgerBench> afterACrash() {
            return Optional.of(new MemoryBench());
        }
    }

    private static final class Racing extends MemoryBench {
        @Override
        public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
            Optional<Claim.Held> holder =
                    holder(reference).filter(held -> !held.attempt().equals(attempt));
            LockSupport.parkNanos(50_000_000);
            super.claim(reference, attempt, sale);
            return holder.isPresent() ? holder.get() : new Claim.Granted();
        }
    }

    private static final class Everywhere extends MemoryBench {
        @Override
        public Optional<LedgerBench> anotherHost() {
            return Optional.of(new MemoryBench());
        }

        @Override
        public Optional<LedgerBench> afterACrash() {
            return super.anotherHost();
        }
    }

    private static final class Folding extends MemoryBench {
        Folding() {}

        private Folding(LedgerInMemory books) {
            super(books);
        }

        @Override
        public boolean paid(AttemptId attempt, SaleId sale, PaymentReference reference) {
            return super.paid(attempt, sale, folded(reference));
        }

        @Override
        public Optional<LedgerBench> anotherHost() {
            return Optional.of(new Folding(books.anotherHost()));
        }

        @Override
        public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
            return super.claim(folded(reference), attempt, sale);
        }

        @Override
        public Optional<Claim.Held> holder(PaymentReference reference) {
            return super.holder(folded(reference));
        }

        private static PaymentReference folded(PaymentReference reference) {
            return new PaymentReference(reference.scheme(), reference.id().toLowerCase(Locale.ROOT));
        }
    }

    private static final class Opening extends MemoryBench {
        @Override
        public Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
            return super.intend(reference, attempt, sale, seen) instanceof Intent.Open open
                    ? open
                    : new Intent.Open(reference, Instant.now(), Optional.empty(), seen, false);
        }
    }

    private static final class Updating extends MemoryBench {
        @Override
        public Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
            return super.intend(reference, attempt, sale, seen) instanceof Intent.Open open
                    ? new Intent.Open(reference, open.openedAt(), open.sentAt(), seen, open.again())
                    : super.intend(reference, attempt, sale, seen);
        }
    }

    private static final class NeverEnding extends MemoryBench {
        @Override
        public void refundKnown(AttemptId attempt) {
            books.intent(attempt);
        }
    }

    private static final class EndingEarly extends MemoryBench {
        @Override
        public void refundUnknown(AttemptId attempt) {
            refundKnown(attempt);
        }
    }

    private static final class Sorting extends MemoryBench {
        @Override
        public List<OpenIntent> openIntents() {
            return super.openIntents().stream()
                    .sorted(Comparator.comparing(one -> one.attempt().value()))
                    .toList();
        }
    }

    private static final class NotWriting extends MemoryBench {
        @Override
        public boolean sending(AttemptId attempt, Intent.Open known) {
            return books.intent(attempt).isPresent();
        }
    }

    private static final class SendingForEver extends MemoryBench {
        @Override
        public boolean sending(AttemptId attempt, Intent.Open known) {
            return super.sending(attempt, known) || openIntents().isEmpty();
        }
    }

    private static final class Hesitating extends MemoryBench {
        @Override
        public Optional<LedgerBench> anotherHost() {
            return Optional.empty();
        }

        @Override
        public boolean sending(AttemptId attempt, Intent.Open known) {
            boolean free = !openIntents().isEmpty()
                    && books.intent(attempt).orElseThrow().sentAt().equals(known.sentAt());
            LockSupport.parkNanos(50_000_000);
            super.sending(attempt, known);
            return free;
        }
    }

    private static final class Granting extends MemoryBench {
        @Override
        public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
            try {
                return super.claim(reference, attempt, sale);
            } catch (LedgerUnavailableException ignored) {
                return new Claim.Granted();
            }
        }
    }
}
