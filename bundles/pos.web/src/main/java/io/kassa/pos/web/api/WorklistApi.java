package io.kassa.pos.web.api;

import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;

/** The lists that a person works through. */
public final class WorklistApi {

    private final Receipts receipts;

    record TypedReference(String id) {
        @Override
        public String toString() {
            return "TypedReference";
        }
    }

    record Resolution(String reason) {
        Resolution {
            if (reason.length() > StepAnswer.LONGEST_REASON) {
                throw new IllegalArgumentException("A reason is too long");
            }
        }
    }

    /** @param returned whether the money went back */
    record Settlement(boolean returned, String reason) {
        Settlement {
            if (reason.length() > StepAnswer.LONGEST_REASON) {
                throw new IllegalArgumentException("A reason is too long");
            }
        }
    }

    public WorklistApi(Receipts receipts) {
        this.receipts = receipts;
    }

    Reply worklist(Call call) {
        return Reply.ok(receipts.worklist());
    }

    Reply verify(Call call, TypedReference typed) throws Refused {
        return Reply.of(receipts.verify(call.actor(), call.attempt(), typed.id()));
    }

    Reply resolve(Call call, Resolution resolution) {
        return Reply.of(receipts.resolve(call.actor(), call.path("case"), resolution.reason()));
    }

    Reply settle(Call call, Settlement settlement) {
        return Reply.of(receipts.settle(call.actor(), call.path("case"), settlement.returned(), settlement.reason()));
    }
}
