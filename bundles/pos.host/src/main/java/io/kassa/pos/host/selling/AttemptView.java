package io.kassa.pos.host.selling;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Detour;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A payment or refund attempt that is under way: what the modal draws.
 *
 * @param waiting whether nobody can be asked just now (the plug-in is being replaced); "one moment"
 * @param step what is asked, when somebody can be asked
 * @param problem why the answer before was refused
 * @param ended how it ended, when it did, and did not simply succeed: shown until a person has read it
 */
public record AttemptView(
        AttemptId id,
        Kind kind,
        String method,
        Message methodName,
        Money amount,
        boolean waiting,
        Optional<Step> step,
        Optional<Guidance> problem,
        List<Detour> detours,
        Optional<Guidance> ended) {

    public enum Kind {
        PAYMENT,
        REFUND
    }
}
