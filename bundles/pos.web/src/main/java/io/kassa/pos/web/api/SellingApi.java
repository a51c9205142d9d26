package io.kassa.pos.web.api;

import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.util.Map;

/** Selling at a register. An attempt is answered at its own register only. */
public final class SellingApi {

    private final Selling selling;

    record NewLine(String product, long quantity) {}

    record NewScan(String gtin) {}

    record LineChange(long quantity, Money discount) {}

    record SaleDiscount(Money discount) {}

    record NewPayment(AttemptId attempt, String method) {}

    record Cancellation(Map<AttemptId, Selling.Unused> receipts) {}

    record UseUnused(AttemptId attempt) {}

    public SellingApi(Selling selling) {
        this.selling = selling;
    }

    Reply view(Call call) {
        return Reply.of(selling.view(call.register()));
    }

    Reply catalogue(Call call) {
        return Reply.of(selling.catalogue());
    }

    Reply addLine(Call call, NewLine line) {
        return Reply.of(selling.addLine(call.actor(), call.register(), line.product(), line.quantity()));
    }

    Reply addScanned(Call call, NewScan scan) {
        return Reply.of(selling.addScanned(call.actor(), call.register(), scan.gtin()));
    }

    Reply changeLine(Call call, LineChange change) throws Refused {
        int line = call.id("line", Integer::parseInt);
        return Reply.of(selling.changeLine(
                call.actor(), call.register(), call.sale(), line, change.quantity(), change.discount()));
    }

    Reply discount(Call call, SaleDiscount change) throws Refused {
        return Reply.of(selling.discountSale(call.actor(), call.register(), call.sale(), change.discount()));
    }

    Reply pay(Call call, NewPayment payment) throws Refused {
        return Reply.of(selling.pay(call.actor(), call.register(), call.sale(), payment.attempt(), payment.method()));
    }

    Reply answer(Call call, StepAnswer said) throws Refused {
        return Reply.of(selling.answer(
                call.actor(), call.register(), call.attempt(), said.step(), said.answer(), said.reason()));
    }

    Reply dismiss(Call call) throws Refused {
        return Reply.of(selling.dismiss(call.actor(), call.register(), call.attempt()));
    }

    Reply removeTender(Call call) throws Refused {
        return Reply.of(selling.removeTender(call.actor(), call.register(), call.sale(), call.attempt()));
    }

    Reply complete(Call call) throws Refused {
        return Reply.of(selling.complete(call.actor(), call.register(), call.sale()));
    }

    Reply cancel(Call call, Cancellation how) throws Refused {
        return Reply.of(selling.cancel(call.actor(), call.register(), call.sale(), how.receipts()));
    }

    Reply useUnused(Call call, UseUnused which) throws Refused {
        return Reply.of(selling.useUnused(call.actor(), call.register(), call.sale(), which.attempt()));
    }
}
