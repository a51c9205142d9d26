package io.kassa.pos.host.refund;

import io.kassa.pos.host.store.FollowUpTable.Task;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Map;

/** Questions that a shop is left with at register R1, and how often its wallet was asked them. */
final class Open {

    private Open() {}

    /** @param transaction that is paid with, unless nobody knows whether anything was paid */
    static SaleId question(Shop shop, Task task, String transaction) {
        if (task == Task.PAYMENT) {
            return payment(shop).sale().id();
        }
        shop.wallet.evidence = task == Task.VERIFY ? Evidence.SIGNED : Evidence.CONFIRMED;
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:" + transaction + ":1000");
        till.completes();
        SaleId sale = till.sale().id();
        if (task == Task.REFUND) {
            shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
            shop.receipts.refund(Shop.AINO, sale, "r-" + transaction, Map.of(), Map.of());
        }
        return sale;
    }

    /** Of which nobody knows whether it was made, in an open sale. */
    static Till payment(Shop shop) {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        till.turnsToTyping();
        shop.takeWalletAway.run();
        till.answers("amount", new Answer.Cancelled());
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        return till;
    }

    /** Its provider knows nothing, that many times. */
    static void silences(ScriptedWallet wallet, int times) {
        for (int i = 0; i < times; i++) {
            wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
            wallet.paymentInquiries.add(new PaymentOutcome.Unknown(ScriptedWallet.guidance("silent")));
        }
    }

    static long asked(Shop shop, Task task) {
        String question = switch (task) {
            case VERIFY -> "verify -";
            case REFUND -> "inquire refund";
            case PAYMENT -> "inquire payment";
        };
        return shop.wallet.calls.stream().filter(question::equals).count();
    }
}
