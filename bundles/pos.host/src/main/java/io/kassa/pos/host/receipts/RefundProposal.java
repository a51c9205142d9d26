package io.kassa.pos.host.receipts;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * How a refund would be split, before anything is begun.
 *
 * @param amount what goes back when nobody chooses another way
 * @param choices where a part may go back by more than one method: never cash for what a method without change paid
 */
public record RefundProposal(Money amount, List<ProposedPart> parts) {

    public record ProposedPart(
            AttemptId payment, Message paidWith, Money amount, List<Choice> choices, Optional<Guidance> obstacle) {}

    /** @param amount what is handed over by that method: cash is rounded */
    public record Choice(String method, Message name, Money amount) {}
}
