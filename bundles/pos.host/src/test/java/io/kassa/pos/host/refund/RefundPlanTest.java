package io.kassa.pos.host.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.Booking;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.RefundView;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A sale paid with a receipt of 6.00, another of 4.00, and 3.00 by card, all given back, in every mixture of ends: what went back
 * stands, what did not is told, and the rest can be given back later.
 */
class RefundPlanTest extends OpenShop {

    private static final Map<Integer, Money> EVERYTHING = Map.of();

    private SaleId sale;
    private int refunds;

    @BeforeEach
    void open() {
        Till till = shop.till("R1").sells("gym", "drink");
        till.paysWith("wallet").scans("pay:tx1:600").paysWith("wallet").scans("pay:tx2:400");
        till.paysWith("card").enters(300).completes();
        sale = till.sale().id();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            #first   | second     | card      | it is then    | its parts                         | back | given back again
            back     | back       | confirmed | DONE          | REFUNDED REFUNDED REFUNDED        | 1300 | refund-nothing
            declined | back       | confirmed | PARTLY        | DECLINED REFUNDED REFUNDED        |  700 | 600
            back     | declined   | confirmed | PARTLY        | REFUNDED DECLINED REFUNDED        |  900 | 400
            back     | back       | cancelled | PARTLY        | REFUNDED REFUNDED CANCELLED       | 1000 | 300
            declined | declined   | confirmed | PARTLY        | DECLINED DECLINED REFUNDED        |  300 | 600 400
            declined | back       | cancelled | PARTLY        | DECLINED REFUNDED CANCELLED       |  400 | 600 300
            declined | declined   | cancelled | NOTHING       | DECLINED DECLINED CANCELLED       |    0 | 600 400 300
            unknown  | back       | confirmed | NOT_KNOWN_YET | NOT_KNOWN_YET REFUNDED REFUNDED   |  700 | refund-nothing
            back     | unknown    | confirmed | NOT_KNOWN_YET | REFUNDED NOT_KNOWN_YET REFUNDED   |  900 | refund-nothing
            unknown  | declined   | confirmed | NOT_KNOWN_YET | NOT_KNOWN_YET DECLINED REFUNDED   |  300 | 400
            unknown  | unknown    | cancelled | NOT_KNOWN_YET | NOT_KNOWN_YET NOT_KNOWN_YET CANCELLED | 0 | 300
            """)
    void halfASuccessIsShownAsWhatItIs_andCanBeFinishedLater(
            String first, String second, String card, RefundView.State state, String parts, long back, String again) {
        ReceiptView half = refund(first, second, card);
        assertThat(last(half).state()).isEqualTo(state);
        assertThat(states(last(half))).isEqualTo(parts);
        assertThat(half.refunded()).isEqualTo(Money.euro(back));
        booksAgree(half);
        everyFailureHasWords(last(half));

        shop = shop.crashAndRestart(folder);
        assertThat(states(last(receipt()))).as("after a crash").isEqualTo(parts);
        Result<ReceiptView> finished = begin();
        if (finished instanceof Result.Refused<ReceiptView> refused) {
            assertThat(refused.guidance().reason()).isEqualTo(again);
        } else {
            RefundView rest = last(confirmed(((Result.Ok<ReceiptView>) finished).value(), "confirmed"));
            assertThat(rest.state()).isEqualTo(RefundView.State.DONE);
            assertThat(rest.parts().stream()
                            .map(part -> String.valueOf(part.amount().minor()))
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(again);
        }
        unknownsBecomeKnown();
        everythingIsBackOnce();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            back      | 1300 | DONE   | refund-nothing
            declined  | 700  | PARTLY | 600
            cancelled | 700  | PARTLY | 600
            """)
    void whatIsKnownLateIsShownLate(String late, long back, RefundView.State state, String again) {
        ReceiptView half = refund("unknown", "back", "confirmed");
        AttemptId unknown = last(half).parts().get(0).attempt();
        shop.wallet.refundInquiries.add(outcome(late, 600));
        ReceiptView known = ok(shop.receipts.inquire(Shop.AINO, unknown));
        assertThat(last(known).state()).isEqualTo(state);
        assertThat(known.refunded()).isEqualTo(Money.euro(back));
        booksAgree(known);
        Result<ReceiptView> rest = begin();
        String said = rest instanceof Result.Refused<ReceiptView> refused
                ? refused.guidance().reason()
                : String.valueOf(
                        last(((Result.Ok<ReceiptView>) rest).value()).amount().minor());
        assertThat(said).isEqualTo(again);
        everythingIsBackOnce();
    }

    private ReceiptView refund(String first, String second, String card) {
        shop.wallet.refunds.add(outcome(first, 600));
        shop.wallet.refunds.add(outcome(second, 400));
        return confirmed(ok(begin()), card);
    }

    private Result<ReceiptView> begin() {
        return shop.receipts.refund(Shop.AINO, sale, "r" + ++refunds, EVERYTHING, Map.of());
    }

    /** The card's part asks; the wallet's do not. */
    private ReceiptView confirmed(ReceiptView begun, String card) {
        return last(begun)
                .attempt()
                .map(asked -> ok(shop.receipts.answer(
                        Shop.AINO,
                        asked.id(),
                        "confirm",
                        card.equals("confirmed") ? new Answer.Confirmed() : new Answer.Cancelled())))
                .orElse(begun);
    }

    private static RefundOutcome outcome(String how, long cents) {
        return switch (how) {
            case "back" -> ScriptedWallet.back(Money.euro(cents));
            case "declined" -> new RefundOutcome.Declined(ScriptedWallet.guidance("window"));
            case "cancelled" -> new RefundOutcome.Cancelled();
            default -> new RefundOutcome.Unknown(ScriptedWallet.guidance("lost"));
        };
    }

    private void unknownsBecomeKnown() {
        for (RefundView refund : receipt().refunds()) {
            for (RefundView.Part part : refund.parts()) {
                if (part.state() == RefundView.PartState.NOT_KNOWN_YET) {
                    shop.wallet.refundInquiries.add(
                            ScriptedWallet.back(Money.euro(part.amount().minor())));
                    ok(shop.receipts.inquire(Shop.AINO, part.attempt()));
                }
            }
        }
    }

    private void everythingIsBackOnce() {
        ReceiptView all = receipt();
        assertThat(all.refunded()).isEqualTo(Money.euro(1_300));
        assertThat(all.sale().tenders()).allMatch(tender -> tender.refunded().equals(tender.tendered()));
        assertThat(all.refundable()).allMatch(line -> line.amount().isZero());
        booksAgree(all);
        assertThat(((Result.Refused<ReceiptView>) begin()).guidance().reason()).isEqualTo("refund-nothing");
    }

    /** What is booked is what the shop has: all that was paid but what is known to be back. */
    private static void booksAgree(ReceiptView receipt) {
        Money booked = receipt.bookings().stream().map(Booking::amount).reduce(Money.euro(0), Money::plus);
        assertThat(booked).isEqualTo(Money.euro(1_300).minus(receipt.refunded()));
    }

    private static void everyFailureHasWords(RefundView refund) {
        assertThat(refund.parts())
                .filteredOn(part -> part.state() == RefundView.PartState.DECLINED
                        || part.state() == RefundView.PartState.NOT_KNOWN_YET)
                .extracting(RefundView.Part::outcome)
                .allMatch(Optional::isPresent);
    }

    private static String states(RefundView refund) {
        return refund.parts().stream().map(part -> part.state().name()).collect(Collectors.joining(" "));
    }

    private RefundView last(ReceiptView receipt) {
        List<RefundView> last = receipt.refunds().stream()
                .filter(refund -> refund.id().equals("r" + refunds))
                .toList();
        return last.get(0);
    }

    private ReceiptView receipt() {
        return ok(shop.receipts.receipt(sale));
    }

    private static <T> T ok(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Ok.class);
        return ((Result.Ok<T>) result).value();
    }
}
