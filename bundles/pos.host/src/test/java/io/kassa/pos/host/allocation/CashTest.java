package io.kassa.pos.host.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.RefundProposal;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.product.ProductLabel;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the table of cases cannot say: coins that there are not, a crash in the middle, and another currency. */
class CashTest extends OpenShop {

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(shop);
    }

    @Test
    void isAskedForAgainWhenThereAreNoSuchCoins() {
        counter.sells("bar 3.03");
        Till till = counter.till().paysWith("cash").enters(303);
        till.seesProblem("cash-rounded").isAsked("amount").sees(0, 303);
        till.enters(201).seesProblem("cash-rounded").enters(305).seesNoModal().sees(305, 0);
    }

    @Test
    void isRoundedAsItWasWhenThePaymentBeganAlsoAfterACrash() {
        counter.sells("bar 3.03");
        counter.till().paysWith("cash").isAsked("amount");
        shop = shop.crashAndRestart(folder);
        SaleView sale = shop.till("R1").enters(305).completes().sale();
        assertThat(sale.state()).isEqualTo(SaleView.State.COMPLETED);
        assertThat(sale.rounding()).isEqualTo(Money.euro(2));
        assertThat(sale.change()).isEqualTo(Money.euro(0));
    }

    @Test
    void thatMayPayOnlyPartOfTheSaleIsNotRounded_untilThatPartIsAllThatIsLeft() {
        cashPaysSportOnly();
        counter.sells("gym 10.02 sport, drink 3.01");
        counter.does("cash may 10.02; card 3.01; left 10.02; cash may 10.00; cash 20.00; rounding -0.02; change 10.00");
        assertThat(counter.paid()).isEqualTo("gym: cash 10.02; drink: card 3.01");
    }

    @Test
    void thatPaidItsPartInCoinsLeavesTheCentsToAnotherMethod() {
        cashPaysSportOnly();
        counter.sells("gym 10.02 sport, drink 3.01");
        counter.till()
                .paysWith("cash")
                .enters(1_002)
                .seesProblem("cash-rounded")
                .enters(1_000);
        counter.does("left 3.03; rounding 0.00; cash may 0.02; card 3.03; left 0.00; rounding 0.00");
        assertThat(counter.paid()).isEqualTo("gym: cash 10.00, card 0.02; drink: card 3.01");
    }

    @Test
    void isRoundedOnlyWhenItPaysAllThatIsLeft_whateverWasOffered() {
        counter.sells("bar 3.03");
        counter.does(
                "cash may 3.05; cash 3.00; rounding 0.00; left 0.03; cash may 0.05; cash 0.05; rounding 0.02; left 0.00");
    }

    /** Gives change, is rounded, and may pay part of a sale. */
    private void cashPaysSportOnly() {
        shop.methods.add("cash", labels -> labels.contains(new ProductLabel("sport")), Rank.PLAIN);
    }

    @Test
    void roundingAndSurplusAreNoLinesThatCouldBeRefundedAlone() {
        counter.sells("bar 3.03");
        SaleView sale = counter.till().paysWith("cash").enters(305).completes().sale();
        for (int line : new int[] {-1, 0}) {
            Result<RefundProposal> refused = shop.receipts.propose(sale.id(), Map.of(line, Money.euro(1)));
            assertThat(((Result.Refused<RefundProposal>) refused).guidance().reason())
                    .isEqualTo("refund-too-much");
        }
    }

    @Test
    void ofAnotherCurrencyIsNotRounded_andTheWalletSaysWhyItIsNotOffered() {
        Currency kronor = Currency.getInstance("SEK");
        Money price = new Money(10_003, kronor);
        shop.ledger.books().write(tx -> {
            new ShopTable(tx).save(new Product("gym", "gym", "all", price, Set.of("sport"), true));
            return null;
        });
        Till till = counter.till().sells("gym");
        counter.does("wallet no: hint.currency; voucher no: hint.currency");
        assertThat(till.button("wallet").hint().arguments())
                .anyMatch(argument -> argument.toString().contains("SEK"));
        assertThat(till.button("cash").eligible()).isEqualTo(price);
        till.paysWith("cash").answers("amount", new Answer.Amount(price)).completes();
        assertThat(till.sale().rounding()).isEqualTo(Money.zero(kronor));

        RefundDesk desk = new RefundDesk(shop, till.sale().id());
        assertThat(desk.refunds("gym → cash 100.03")).isEqualTo("gym → cash 100.03");
        ReceiptView receipt = desk.receipt();
        assertThat(receipt.refunded()).isEqualTo(price);
        assertThat(receipt.refundable()).allMatch(line -> line.amount().isZero());
    }
}
