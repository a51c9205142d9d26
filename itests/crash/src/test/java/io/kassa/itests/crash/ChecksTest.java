package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.itests.crash.Facts.Attempt;
import io.kassa.itests.crash.Facts.Claim;
import io.kassa.itests.crash.Facts.Intent;
import io.kassa.itests.crash.Facts.Sale;
import io.kassa.itests.crash.Facts.Tender;
import io.kassa.itests.crash.Facts.Unused;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the checks notices what it is there for, in books that are otherwise in order. */
class ChecksTest {

    private static final String TX = "tx_1";

    private static final Sale SALE = new Sale("S1", "R1", "COMPLETED", 1000);
    private static final Tender TENDER =
            new Tender("A1", "S1", "smartum", 1000, 1000, 0, "CONFIRMED", Optional.of(TX), false, 1000, 0);
    private static final Attempt REFUND =
            new Attempt("B1", "REFUND", "S1", "smartum", "REFUNDED", 400, Optional.of("A1"));

    /** Books in order: one sale, one receipt, a part of it given back. */
    private static final class Desk {
        final Map<String, Sale> sales = new LinkedHashMap<>(Map.of("S1", SALE));
        final Map<String, Tender> tenders = new LinkedHashMap<>(Map.of("A1", TENDER));
        final Map<String, Attempt> attempts = new LinkedHashMap<>(Map.of("B1", REFUND));
        final Map<String, Claim> claims = new LinkedHashMap<>(Map.of(TX, new Claim(TX, "A1", "S1")));
        final Map<String, Intent> intents = new LinkedHashMap<>(Map.of("B1", new Intent("B1", TX, false)));
        final Map<String, Unused> unused = new LinkedHashMap<>();
        final Map<String, Long> paid = new HashMap<>(Map.of(TX, 1000L));
        final Map<String, Long> refunded = new HashMap<>(Map.of(TX, 400L));
        String audit = "";

        List<String> broken() {
            Facts facts = new Facts(
                    sales, tenders, attempts, List.copyOf(claims.values()), intents, unused, List.of(), audit);
            ProviderBooks provider = new ProviderBooks(paid, refunded);
            return Stream.concat(
                            Checks.always(facts, provider).stream(),
                            Checks.settled(facts, provider, sale -> true).stream())
                    .toList();
        }
    }

    @Test
    void booksInOrderAreInOrder() {
        assertThat(new Desk().broken()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void noticed(String said, Consumer<Desk> fault) {
        Desk desk = new Desk();

        fault.accept(desk);

        assertThat(desk.broken()).anySatisfy(broken -> assertThat(broken).contains(said));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("pays twice", desk -> {
                    desk.sales.put("S2", new Sale("S2", "R1", "COMPLETED", 1000));
                    desk.tenders.put(
                            "A2",
                            new Tender(
                                    "A2", "S2", "smartum", 1000, 1000, 0, "SIGNED", Optional.of(TX), false, 1000, 0));
                }),
                fault("the customer paid 900", desk -> desk.paid.put(TX, 900L)),
                fault("the lines do not add up", desk -> desk.tenders.put("A1", tender(1000, 1000, 0, 999))),
                fault("more applied than given", desk -> desk.tenders.put("A1", tender(1000, 1000, 100, 1000))),
                fault("completed and not paid", desk -> desk.sales.put("S1", new Sale("S1", "R1", "COMPLETED", 1001))),
                fault("paid beyond what is due", desk -> desk.sales.put("S1", new Sale("S1", "R1", "OPEN", 999))),
                fault("a payment without its claim", desk -> desk.claims.clear()),
                fault("a claim that no payment", desk -> desk.claims.put("tx_2", new Claim("tx_2", "A9", "S9"))),
                fault("money that stands nowhere", desk -> desk.sales.put("S1", new Sale("S1", "R1", "CANCELLED", 0))),
                fault(
                        "pays a sale and stands on the list",
                        desk -> desk.unused.put("A1", new Unused("A1", "S1", "OPEN", Optional.empty()))),
                fault("the provider refunded 800", desk -> desk.refunded.put(TX, 800L)),
                fault("the provider refunded 0", desk -> desk.refunded.clear()),
                fault("sent without an intent", desk -> desk.intents.clear()),
                fault("intent and refund disagree", desk -> desk.intents.put("B1", new Intent("B1", TX, true))),
                fault("goes back of a payment of less", desk -> {
                    desk.attempts.put(
                            "B2", new Attempt("B2", "REFUND", "S1", "smartum", "REFUNDED", 601, Optional.of("A1")));
                    desk.intents.put("B2", new Intent("B2", TX, false));
                    desk.refunded.put(TX, 1001L);
                }),
                fault("never came to an end", desk -> desk.sales.put("S1", new Sale("S1", "R1", "OPEN", 1000))),
                fault(
                        "never came to an end",
                        desk -> desk.attempts.put(
                                "B3", new Attempt("B3", "REFUND", "S1", "smartum", "UNKNOWN", 1, Optional.of("A1")))),
                fault("the audit is broken", desk -> desk.audit = "at 7"));
    }

    private static Arguments fault(String said, Consumer<Desk> fault) {
        return Arguments.of(said, fault);
    }

    private static Tender tender(long tendered, long applied, long change, long shares) {
        return new Tender(
                "A1", "S1", "smartum", tendered, applied, change, "CONFIRMED", Optional.of(TX), false, shares, 0);
    }
}
