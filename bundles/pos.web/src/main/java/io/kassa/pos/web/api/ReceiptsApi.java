package io.kassa.pos.web.api;

import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refusal;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.util.Map;

/** Sale receipts and refunds. A customer brings a receipt to any register, so it is looked up at any. */
public final class ReceiptsApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Receipts receipts;

    record ProposalQuestion(Map<Integer, Money> lines) {}

    record NewRefund(AttemptId refund, Map<Integer, Money> lines, Map<AttemptId, String> methods) {}

    record NewUnusedRefund(AttemptId refund) {}

    public ReceiptsApi(Receipts receipts) {
        this.receipts = receipts;
    }

    Reply search(Call call) throws Refused {
        return Reply.ok(receipts.search(call.query("query").orElse(""), most(call)));
    }

    private static int most(Call call) throws Refused {
        try {
            int most = call.query("most").map(Integer::parseInt).orElse(USUAL);
            return Math.max(1, Math.min(MOST, most));
        } catch (NumberFormatException other) {
            throw new Refused(Refusal.NOT_UNDERSTOOD);
        }
    }

    Reply receipt(Call call) throws Refused {
        return Reply.of(receipts.receipt(call.sale()));
    }

    Reply propose(Call call, ProposalQuestion question) throws Refused {
        return Reply.of(receipts.propose(call.sale(), question.lines()));
    }

    Reply refund(Call call, NewRefund refund) throws Refused {
        return Reply.of(
                receipts.refund(call.actor(), call.sale(), refund.refund().value(), refund.lines(), refund.methods()));
    }

    Reply refundUnused(Call call, NewUnusedRefund refund) throws Refused {
        return Reply.of(receipts.refundUnused(
                call.actor(), call.attempt(), refund.refund().value()));
    }

    Reply answer(Call call, StepAnswer said) throws Refused {
        return Reply.of(receipts.answer(call.actor(), call.attempt(), said.step(), said.answer()));
    }

    Reply inquire(Call call) throws Refused {
        return Reply.of(receipts.inquire(call.actor(), call.attempt()));
    }
}
