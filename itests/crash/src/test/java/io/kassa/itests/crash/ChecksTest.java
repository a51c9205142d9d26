package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.itests.crash.Facts.Attempt;
import io.kassa.itests.crash.Facts.Claim;
import io.kassa.itests.crash.Facts.Intent;
import io.kassa.itests.crash.Facts.Line;
import io.kassa.itests.crash.Facts.Place;
import io.kassa.itests.crash.Facts.Sale;
import io.kassa.itests.crash.Facts.Share;
import io.kassa.itests.crash.Facts.Tender;
import io.kassa.itests.crash.Facts.Unused;
import java.util.ArrayList;
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
    private static final Place PLACE = new Place("S1", 1);
    private static final Attempt PAYMENT =
            new Attempt("A1", "PAYMENT", "S1", "smartum", "PAID", 1000, Optional.empty());
    private static final Attempt REFUND =
            new Attempt("B1", "REFUND", "S1", "smartum", "REFUNDED", 400, Optional.of("A1"));

    /** Books in order: one sale, one receipt, a part of it given back. */
    private static final class Desk {
        final Map<String, Sale> sales = new LinkedHashMap<>(Map.of("S1", SALE));
        final Map<Place, Line> lines = new LinkedHashMap<>(Map.of(PLACE, new Line(PLACE, 1, 1000)));
        final Map<String, Tender> tenders = new LinkedHashMap<>(Map.of("A1", TENDER));
        final List<Share> shares =
                new ArrayList<>(List.of(new Share("A1", 1, 1000), new Share("B1", 1, 398), new Share("B1", -1, 2)));
        final Map<String, Attempt> attempts = new LinkedHashMap<>(Map.of("A1", PAYMENT, "B1", REFUND));
        final Map<String, Claim> claims = new LinkedHashMap<>(Map.of(TX, new Claim(TX, "A1", "S1")));
        final Map<String, Intent> intents = new LinkedHashMap<>(Map.of("B1", new Intent("B1", TX, false)));
        final Map<String, Unused> unused = new LinkedHashMap<>();
        final Map<String, Long> paid = new HashMap<>(Map.of(TX, 1000L));
        final Map<String, Long> refunded = new HashMap<>(Map.of(TX, 400L));
        final List<String> followUps = new ArrayList<>();
        final Memory memory = new Memory();
        String audit = "";

        Desk() {
            // as it was said while it came about, and in the end
            memory.shown(json("""
                    {"sale":{"id":"S1","state":"OPEN","lines":[{"number":1,"quantity":1}]},"attempt":{"id":"A1"}}"""));
            memory.shown(json("""
                    {"sale":{"id":"S1","state":"COMPLETED","lines":[{"number":1,"quantity":1}],
                      "tenders":[{"attempt":"A1","tendered":{"minor":1000}}]},
                     "refunds":[{"parts":[{"attempt":"B1","amount":{"minor":400},"state":"REFUNDED"}]}]}"""));
        }

        List<String> broken() {
            Facts facts = new Facts(
                    sales,
                    lines,
                    tenders,
                    shares,
                    attempts,
                    List.copyOf(claims.values()),
                    intents,
                    unused,
                    followUps,
                    audit);
            try {
                Checks.hold(facts, new ProviderBooks(paid, refunded), memory, sale -> true);
                return List.of();
            } catch (AssertionError broken) {
                return List.of(broken.getMessage().split("\n"));
            }
        }
    }

    @Test
    void booksInOrderAreInOrder() {
        assertThat(new Desk().broken()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"faults", "losses"})
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
                fault("still asked about: B1", desk -> desk.followUps.add("B1")),
                fault("an intent that nobody closed", desk -> {
                    desk.attempts.put("B3", refund("B3", "UNKNOWN", 1));
                    desk.intents.put("B3", new Intent("B3", TX, true));
                }),
                fault("a payment of no sale", desk -> desk.sales.clear()),
                fault(
                        "stands on the list and was never paid",
                        desk -> desk.unused.put("A9", new Unused("A9", "S1", "OPEN", Optional.empty()))),
                fault("pays a line of less", desk -> desk.lines.put(PLACE, new Line(PLACE, 1, 999))),
                fault("pays a line of less", desk -> desk.shares.set(0, new Share("A1", 2, 1000))),
                fault("goes back of a line that was paid less", desk -> desk.shares.set(1, new Share("B1", 1, 1001))),
                fault("goes back of a line that was paid less", desk -> desk.shares.set(1, new Share("B1", 2, 400))),
                fault("the audit is broken", desk -> desk.audit = "at 7"));
    }

    /** What was acknowledged, each kind of it. */
    static Stream<Arguments> losses() {
        return Stream.of(
                fault("acknowledged as COMPLETED: S1, and now null", desk -> desk.sales.clear()),
                fault(
                        "acknowledged as COMPLETED: S1, and now Sale",
                        desk -> desk.sales.put("S1", new Sale("S1", "R1", "OPEN", 1000))),
                fault("acknowledged as OPEN: S2, and now null", desk -> desk.memory.shown(json("""
                        {"sale":{"id":"S2","state":"OPEN"}}"""))),
                fault("acknowledged as CANCELLED: S2, and now null", desk -> desk.memory.closed("S2", "CANCELLED")),
                fault("1 acknowledged at Place", desk -> desk.lines.clear()),
                fault("2 acknowledged at Place", desk -> desk.memory.shown(json("""
                        {"sale":{"id":"S1","state":"COMPLETED","lines":[{"number":1,"quantity":2}]}}"""))),
                fault("an acknowledged payment of 1000: A1, and now null", desk -> desk.tenders.clear()),
                fault(
                        "an acknowledged payment of 1000: A1, and now Tender",
                        desk -> desk.tenders.put("A1", tender(1001, 1000, 0, 1000))),
                fault("taken out, and there again: Tender", desk -> {
                    desk.memory.takesOut("S1", "A1");
                    desk.memory.shown(json("{\"sale\":{\"id\":\"S1\",\"state\":\"OPEN\"}}"));
                }),
                fault(
                        "nobody took it out: Tender",
                        desk -> desk.tenders.put(
                                "A1",
                                new Tender(
                                        "A1",
                                        "S1",
                                        "smartum",
                                        1000,
                                        1000,
                                        0,
                                        "ATTESTED",
                                        Optional.empty(),
                                        true,
                                        0,
                                        0))),
                fault("acknowledged as tx_2: A1, and now Tender", desk -> desk.memory.identified("A1", "tx_2")),
                fault("a payment that was under way: A1, and now null", desk -> desk.attempts.remove("A1")),
                fault("a payment that was under way: A1, and now Attempt", desk -> desk.tenders.remove("A1")),
                fault("a payment that was at its end: A2, and now Attempt", desk -> {
                    desk.attempts.put("A2", new Attempt("A2", "PAYMENT", "S1", "smartum", "OPEN", 1, Optional.empty()));
                    desk.memory.shown(json("{\"attempt\":{\"id\":\"A2\",\"ended\":{}}}"));
                }),
                fault("an acknowledged refund, Part[cents=400", desk -> desk.attempts.remove("B1")),
                fault(
                        "an acknowledged refund, Part[cents=400",
                        desk -> desk.attempts.put("B1", refund("B1", "OPEN", 400))),
                fault(
                        "an acknowledged refund, Part[cents=400",
                        desk -> desk.attempts.put("B1", refund("B1", "REFUNDED", 401))),
                fault("an acknowledged refund, Part[cents=7, state=ASKING]", desk -> desk.memory.shown(json("""
                        {"refunds":[{"parts":[{"attempt":"B4","amount":{"minor":7},"state":"ASKING"}]}]}"""))));
    }

    private static Attempt refund(String id, String state, long cents) {
        return new Attempt(id, "REFUND", "S1", "smartum", state, cents, Optional.of("A1"));
    }

    private static JsonNode json(String text) {
        try {
            return TillApi.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Arguments fault(String said, Consumer<Desk> fault) {
        return Arguments.of(said, fault);
    }

    private static Tender tender(long tendered, long applied, long change, long shares) {
        return new Tender(
                "A1", "S1", "smartum", tendered, applied, change, "CONFIRMED", Optional.of(TX), false, shares, 0);
    }
}
