package io.kassa.pos.host.selling;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Selling at a register. Every command stores before it shows, and returns the register as it stands afterwards. A sale begins
 * with its first line. Commands that name a sale are refused with {@code CONFLICT} when that is not the open one any more.
 */
@ProviderType
public interface Selling {

    /** Registers by id and name, in order. */
    List<Place> registers();

    record Place(String id, String name) {}

    Result<RegisterView> view(String register);

    /** What can be sold; to be asked for when a register's view names another version of it. */
    Result<CatalogueView> catalogue();

    Result<RegisterView> addLine(Actor actor, String register, String product, long quantity);

    /** Sells one of the product whose number ({@code Gtin}) was scanned outside a payment. */
    Result<RegisterView> addScanned(Actor actor, String register, String gtin);

    /** @param quantity zero takes the line out */
    Result<RegisterView> changeLine(Actor actor, String register, SaleId sale, int line, long quantity, Money discount);

    /** A discount on the whole sale, spread over the lines by largest remainder; replaces the one before. */
    Result<RegisterView> discountSale(Actor actor, String register, SaleId sale, Money discount);

    /**
     * Begins to pay.
     *
     * @param attempt a fresh id that the page made, so that pressing twice begins once
     */
    Result<RegisterView> pay(Actor actor, String register, SaleId sale, AttemptId attempt, String method);

    /**
     * Answers the step that is asked.
     *
     * @param register where the payment began; at another it is refused with {@code CONFLICT}
     * @param step the name of the step as the page showed it; {@code CONFLICT} when another is asked by now
     * @param reason why a typed amount is taken, where the answer is an attested detour
     */
    Result<RegisterView> answer(
            Actor actor, String register, AttemptId attempt, String step, Answer answer, Optional<String> reason);

    /** Takes the ended attempt's message off the screen. */
    Result<RegisterView> dismiss(Actor actor, String register, AttemptId attempt);

    /** Takes a cash or other unverified payment out of the open sale again. */
    Result<RegisterView> removeTender(Actor actor, String register, SaleId sale, AttemptId tender);

    Result<RegisterView> complete(Actor actor, String register, SaleId sale);

    /**
     * Cancels the open sale.
     *
     * @param receipts what becomes of each verified payment in it; one that is not named stays on the list "paid, not used"
     */
    Result<RegisterView> cancel(Actor actor, String register, SaleId sale, Map<AttemptId, Unused> receipts);

    enum Unused {
        /** Keep it for the next sale. */
        KEEP,
        /** Refund it now; the refund's attempt is shown by the receipts of the cancelled sale. */
        REFUND
    }

    /** Puts a payment "paid, not used" into the open sale, as if its receipt had been scanned again. */
    Result<RegisterView> useUnused(Actor actor, String register, SaleId sale, AttemptId unused);

    List<UnusedPayment> unused();
}
