package io.kassa.itests.crash;

import io.kassa.itests.crash.Facts.Attempt;
import io.kassa.itests.crash.Facts.Claim;
import io.kassa.itests.crash.Facts.Line;
import io.kassa.itests.crash.Facts.Place;
import io.kassa.itests.crash.Facts.Sale;
import io.kassa.itests.crash.Facts.Share;
import io.kassa.itests.crash.Facts.Tender;
import io.kassa.itests.crash.Facts.Unused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Compares both books, the till's and the provider's. Says every sentence that does not hold. */
final class Checks {

    private static final String SMARTUM = "smartum";

    /** The number beside those of the lines for what was given beyond them; cash rounding, of each part by itself, is below it. */
    private static final long SURPLUS = 0;

    private final Facts till;
    private final ProviderBooks provider;
    private final List<String> broken = new ArrayList<>();

    private Checks(Facts till, ProviderBooks provider) {
        this.till = till;
        this.provider = provider;
    }

    /** What holds at every moment, also between a crash and the next start. */
    static List<String> always(Facts till, ProviderBooks provider) {
        Checks checks = new Checks(till, provider);
        checks.payments();
        checks.lines();
        checks.claims();
        checks.refunds();
        checks.unused();
        checks.must(till.audit().isEmpty(), "the audit is broken: " + till.audit());
        return checks.broken;
    }

    /**
     * What holds besides when nothing is under way any more.
     *
     * @param sale which sales are looked at
     */
    static List<String> settled(Facts till, ProviderBooks provider, Predicate<String> sale) {
        Checks checks = new Checks(till, provider);
        checks.nothingPending(sale);
        return checks.broken;
    }

    /** All of it, and that everything is there that was acknowledged. */
    static void hold(Facts till, ProviderBooks provider, Memory memory, Predicate<String> over) {
        List<String> broken = new ArrayList<>(always(till, provider));
        broken.addAll(settled(till, provider, over));
        broken.addAll(memory.lost(till));
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n  ", broken));
        }
    }

    private void payments() {
        Map<String, Tender> uses = new HashMap<>();
        for (Tender tender : till.paying()) {
            must(tender.shares() == tender.applied(), "the lines do not add up to what was paid: " + tender);
            must(
                    tender.applied() + tender.rounding() <= tender.tendered() - tender.change(),
                    "more applied than given: " + tender);
            tender.transaction().ifPresent(id -> {
                Tender other = uses.put(id, tender);
                must(other == null, id + " pays twice: " + other + ", " + tender);
                Long paid = provider.paid().get(id);
                must(paid != null && paid == tender.tendered(), "the customer paid " + paid + ": " + tender);
            });
        }
        for (Sale sale : till.sales().values()) {
            long applied = till.paying().stream()
                    .filter(tender -> tender.sale().equals(sale.id()))
                    .mapToLong(Tender::applied)
                    .sum();
            must(applied <= sale.due() || sale.state().equals("CANCELLED"), "paid beyond what is due: " + sale);
            must(applied == sale.due() || !sale.state().equals("COMPLETED"), "completed and not paid: " + sale);
        }
    }

    /** What pays a line is no more than the line costs, and no more of that goes back. */
    private void lines() {
        Map<Place, Long> paid = new HashMap<>();
        Map<Share, Long> back = new HashMap<>();
        Map<String, Tender> paying = new HashMap<>();
        till.paying().forEach(tender -> paying.put(tender.attempt(), tender));
        for (Share share : till.shares()) {
            Tender tender = paying.get(share.attempt());
            Attempt attempt = till.attempts().get(share.attempt());
            if (tender != null) {
                paid.merge(new Place(tender.sale(), share.line()), share.cents(), Long::sum);
            } else if (attempt != null
                    && (attempt.isPending() || attempt.state().equals("REFUNDED"))) {
                back.merge(new Share(attempt.payment().orElseThrow(), share.line(), 0), share.cents(), Long::sum);
            }
        }
        paid.forEach((place, cents) -> {
            Line line = till.lines().get(place);
            must(line != null && cents <= line.cents(), cents + " pays a line of less: " + place + ", " + line);
        });
        Map<Share, Long> given = new HashMap<>();
        till.shares().forEach(share -> given.put(new Share(share.attempt(), share.line(), 0), share.cents()));
        back.forEach((share, cents) -> must(
                share.line() <= SURPLUS || cents <= given.getOrDefault(share, 0L),
                cents + " goes back of a line that was paid less: " + share + ", " + given.get(share)));
    }

    private void claims() {
        for (Claim claim : till.claims()) {
            Tender tender = till.tenders().get(claim.attempt());
            boolean held = tender != null
                    && !tender.removed()
                    && tender.sale().equals(claim.sale())
                    && tender.transaction().equals(java.util.Optional.of(claim.transaction()))
                    && till.sales().containsKey(claim.sale())
                    && !till.sales().get(claim.sale()).state().equals("CANCELLED");
            must(held, "a claim that no payment of a sale holds: " + claim);
        }
        for (Tender tender : till.paying()) {
            tender.transaction()
                    .ifPresent(id -> must(
                            till.claims().contains(new Claim(id, tender.attempt(), tender.sale())),
                            "a payment without its claim: " + tender));
        }
    }

    private void refunds() {
        Map<String, Long> known = new HashMap<>();
        Map<String, Long> possible = new HashMap<>();
        Map<String, Long> back = new HashMap<>();
        for (Attempt refund : till.attempts().values()) {
            if (!refund.kind().equals("REFUND")) {
                continue;
            }
            boolean done = refund.state().equals("REFUNDED");
            if (done || refund.isPending()) {
                back.merge(refund.payment().orElseThrow(), refund.due(), Long::sum);
            }
            Facts.Intent intent = till.intents().get(refund.id());
            if (intent == null) {
                must(!done || !refund.method().equals(SMARTUM), "sent without an intent: " + refund);
                continue;
            }
            must(intent.open() == refund.isPending(), "intent and refund disagree: " + intent + ", " + refund);
            if (done) {
                known.merge(intent.transaction(), refund.due(), Long::sum);
            }
            if (done || refund.isPending()) {
                possible.merge(intent.transaction(), refund.due(), Long::sum);
            }
        }
        provider.paid().keySet().forEach(id -> {
            long there = provider.refunded(id);
            must(
                    known.getOrDefault(id, 0L) <= there && there <= possible.getOrDefault(id, 0L),
                    id + ": the provider refunded " + there + ", the till " + known.get(id) + " to "
                            + possible.get(id));
        });
        back.forEach((payment, cents) -> {
            Tender tender = till.tenders().get(payment);
            must(
                    tender != null && cents <= tender.tendered() - tender.change(),
                    cents + " goes back of a payment of less: " + tender);
        });
    }

    private void unused() {
        for (Tender tender : till.tenders().values()) {
            Sale sale = till.sales().get(tender.sale());
            must(sale != null, "a payment of no sale: " + tender);
            boolean cancelled = sale != null && sale.state().equals("CANCELLED");
            boolean kept =
                    cancelled && !tender.removed() && tender.transaction().isPresent();
            must(!kept || till.unused().containsKey(tender.attempt()), "money that stands nowhere: " + tender);
        }
        for (Unused one : till.unused().values()) {
            Tender tender = till.tenders().get(one.attempt());
            must(tender != null, "stands on the list and was never paid: " + one);
            boolean paysNow = tender != null
                    && tender.transaction().isPresent()
                    && till.paying().stream()
                            .anyMatch(paying -> paying.transaction().equals(tender.transaction()));
            must(one.state().equals("USED") || !paysNow, "pays a sale and stands on the list: " + one);
        }
    }

    private void nothingPending(Predicate<String> sale) {
        for (Attempt attempt : till.attempts().values()) {
            boolean over = !attempt.state().equals("OPEN")
                    && !attempt.state().equals("WAITING")
                    && !attempt.state().equals("UNKNOWN");
            must(over || !sale.test(attempt.sale()), "never came to an end: " + attempt);
        }
        for (Sale one : till.sales().values()) {
            must(!one.state().equals("OPEN") || !sale.test(one.id()), "never came to an end: " + one);
        }
        for (String attempt : till.followUps()) {
            must(!sale.test(till.attempts().get(attempt).sale()), "still asked about: " + attempt);
        }
        for (Facts.Intent intent : till.intents().values()) {
            must(
                    !intent.open()
                            || !sale.test(till.attempts().get(intent.attempt()).sale()),
                    "an intent that nobody closed: " + intent);
        }
    }

    private void must(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }
}
