package io.kassa.pos.host.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.Booking;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.RefundProposal;
import io.kassa.pos.host.receipts.RefundView;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Refunds in the words of the tables: {@code drink → cash 3.00; all → wallet 10.00}. */
final class RefundDesk {

    private final Shop shop;
    private final SaleId sale;
    private int refunds;

    RefundDesk(Shop shop, SaleId sale) {
        this.shop = shop;
        this.sale = sale;
    }

    /** @return what went back where, written as it was asked */
    String refunds(String wanted) {
        return List.of(wanted.split("; ")).stream().map(this::refund).collect(Collectors.joining("; "));
    }

    private String refund(String wanted) {
        if (wanted.contains(" refused: ")) {
            String asked = wanted.substring(0, wanted.indexOf(" refused: "));
            Result<ReceiptView> result = begin(lines(asked), Map.of());
            assertThat(result).as(wanted).isInstanceOf(Result.Refused.class);
            return asked + " refused: "
                    + ((Result.Refused<ReceiptView>) result).guidance().reason();
        }
        String asked = wanted.substring(0, wanted.indexOf(" → "));
        Map<Integer, Money> lines = lines(asked);
        RefundProposal proposal = ok(shop.receipts.propose(sale, lines));
        Map<AttemptId, String> ways = new HashMap<>();
        if (asked.endsWith(" by card")) {
            proposal.parts().forEach(part -> ways.put(part.payment(), "card"));
        }
        RefundView done = confirmed(ok(begin(lines, ways)));
        assertThat(done.state()).isEqualTo(RefundView.State.DONE);
        assertThat(done.amount())
                .isEqualTo(
                        sum(done.parts().stream().map(RefundView.Part::amount).toList()));
        assertThat(done.amount()).as("what was proposed").isEqualTo(chosen(proposal, ways));
        return asked + " → " + done.parts().stream().map(this::part).collect(Collectors.joining(", "));
    }

    private String part(RefundView.Part part) {
        ReceiptView receipt = receipt();
        boolean surplus = receipt.bookings().stream()
                .anyMatch(one -> one.attempt().equals(part.attempt()) && one.kind() == Booking.Kind.SURPLUS_REFUND);
        String off = surplus ? Counter.booked(receipt, part.attempt(), Booking.Kind.SURPLUS_REFUND) : "";
        return part.method() + " " + Cents.write(part.amount()) + (surplus ? " (surplus " + off + ")" : "");
    }

    private static Money chosen(RefundProposal proposal, Map<AttemptId, String> ways) {
        return sum(proposal.parts().stream()
                .map(part -> part.choices().stream()
                        .filter(choice -> choice.method().equals(ways.get(part.payment())))
                        .map(RefundProposal.Choice::amount)
                        .findFirst()
                        .orElse(part.amount()))
                .toList());
    }

    private Result<ReceiptView> begin(Map<Integer, Money> lines, Map<AttemptId, String> ways) {
        return shop.receipts.refund(Shop.AINO, sale, "r" + ++refunds, lines, ways);
    }

    private RefundView confirmed(ReceiptView begun) {
        RefundView refund = last(begun);
        for (int i = 0; i < 10 && refund.attempt().isPresent(); i++) {
            AttemptId asked = refund.attempt().get().id();
            refund = last(ok(shop.receipts.answer(Shop.AINO, asked, "confirm", new Answer.Confirmed())));
        }
        return refund;
    }

    private RefundView last(ReceiptView receipt) {
        return receipt.refunds().stream()
                .filter(refund -> refund.id().equals("r" + refunds))
                .findFirst()
                .orElseThrow();
    }

    private Map<Integer, Money> lines(String asked) {
        String[] words = asked.split(" ");
        if (words[0].equals("all")) {
            return Map.of();
        }
        ReceiptView receipt = receipt();
        int number = receipt.sale().lines().stream()
                .filter(line -> line.name().equals(words[0]))
                .findFirst()
                .orElseThrow()
                .number();
        Money most = receipt.refundable().stream()
                .filter(line -> line.line() == number)
                .findFirst()
                .orElseThrow()
                .amount();
        boolean some = words.length > 1 && !words[1].equals("by");
        return Map.of(number, some ? Cents.read(words[1]) : most);
    }

    ReceiptView receipt() {
        return ok(shop.receipts.receipt(sale));
    }

    static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElse(Money.euro(0));
    }

    private static <T> T ok(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Ok.class);
        return ((Result.Ok<T>) result).value();
    }
}
