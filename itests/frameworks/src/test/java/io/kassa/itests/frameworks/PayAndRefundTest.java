package io.kassa.itests.frameworks;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.host.receipts.RefundView;
import io.kassa.pos.host.selling.AttemptView;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Map;
import java.util.UUID;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PayAndRefundTest extends AtTheCounter {

    @Test
    public void aSalePaidWithAReceipt_isRefundedOnce() {
        Sandbox.Receipt receipt = shop.sandbox().pays(PRICE);
        SaleView sale = sells(receipt);
        assertEquals(Money.euro(PRICE), sale.tenders().get(0).applied());

        assertEquals(RefundView.State.DONE, refunds(sale.id()).state());

        isRefundedOnce(receipt);
    }

    @Test
    public void aRefundWhoseAnswerWasLost_isFoundOut_andNotMadeAgain() {
        Sandbox.Receipt receipt = shop.sandbox().pays(PRICE);
        SaleView sale = sells(receipt);
        shop.sandbox().losesAnswerToRefund();

        RefundView refund = refunds(sale.id());
        if (refund.state() == RefundView.State.NOT_KNOWN_YET) {
            refund = last(Shop.ok(
                    receipts().inquire(Counter.CASHIER, refund.parts().get(0).attempt())));
        }

        assertEquals(RefundView.State.DONE, refund.state());
        isRefundedOnce(receipt);
    }

    @Test
    public void aReceipt_paysOneSaleOnly() {
        Sandbox.Receipt receipt = shop.sandbox().pays(PRICE);
        sells(receipt);

        beginsToPay();
        counter.scans(receipt.code());

        assertEquals("receipt.used", counter.problem());
        assertEquals(Money.euro(0), counter.sale().tendered());
    }

    private SaleView sells(Sandbox.Receipt receipt) {
        beginsToPay();
        counter.scans(receipt.code());
        return counter.completes();
    }

    private RefundView refunds(SaleId sale) {
        String fresh = UUID.randomUUID().toString();
        ReceiptView begun = Shop.ok(receipts().refund(Counter.CASHIER, sale, fresh, Map.of(), Map.of()));
        AttemptView asked = last(begun).attempt().orElseThrow();
        return last(Shop.ok(receipts()
                .answer(Counter.CASHIER, asked.id(), asked.step().orElseThrow().name(), new Answer.Confirmed())));
    }

    private void isRefundedOnce(Sandbox.Receipt receipt) {
        JsonNode payment = shop.sandbox().payment(receipt.transaction());
        assertEquals(1, payment.path("refunds").size());
        assertEquals(PRICE, payment.path("refundedCents").asLong());
    }

    private static RefundView last(ReceiptView receipt) {
        return receipt.refunds().get(receipt.refunds().size() - 1);
    }

    private Receipts receipts() {
        return shop.service(Receipts.class);
    }
}
