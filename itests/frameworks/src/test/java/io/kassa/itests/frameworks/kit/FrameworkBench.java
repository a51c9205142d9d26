package io.kassa.itests.frameworks.kit;

import io.kassa.itests.frameworks.Sandbox;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.tck.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The plug-in as it is shipped, on the bench: its component under several configurations, which find the kit's books where
 * they find a till's: in the service registry. Its clock is the machine's: an hour that the kit lets pass, passes in the kit only.
 */
final class FrameworkBench implements PaymentBench {

    /** Those that are good, if perhaps in doubt; every other special receipt is to be refused. */
    private static final Set<String> GOOD = Set.of("OLD", "PART_CARD", "IN_A_LINK", "NUMBER_ONLY");

    private final Pairs pairs;
    private final Sandbox sandbox;
    private final List<PaymentLedger> books = new ArrayList<>();
    private final Set<String> paidBefore;
    private Optional<Pair> last = Optional.empty();

    FrameworkBench(Pairs pairs) {
        this.pairs = pairs;
        this.sandbox = pairs.sandbox();
        sandbox.clearsTroubles();
        sandbox.topsUp(Sandbox.SPORT, 1_000_000);
        this.paidBefore = sandbox.payments();
    }

    @Override
    public PaymentMethod method(PaymentLedger ledger, Clock clock) {
        if (!books.contains(ledger)) {
            books.add(ledger);
        }
        Pair pair = pairs.pair(books.indexOf(ledger), ledger);
        last = Optional.of(pair);
        return pair.next();
    }

    /** All of them are configured under ids of their own. */
    @Override
    public Optional<PaymentMethod> otherConfiguration(PaymentLedger ledger, Clock clock) {
        return Optional.of(method(ledger, clock));
    }

    @Override
    public List<Answer> answersThatPay(Money tendered) {
        return List.of(new Answer.Scanned(sandbox.pays(tendered.minor()).code()));
    }

    @Override
    public Map<String, List<Answer>> answersThatAreRefused() {
        Map<String, List<Answer>> refused = new LinkedHashMap<>();
        sandbox.specials().stream()
                .filter(kind -> !GOOD.contains(kind))
                .forEach(kind -> refused.put(kind, List.of(new Answer.Scanned(sandbox.issues(kind, 1000)))));
        refused.put("nothing typed", attested(0));
        refused.put("too much typed", attested(100_001));
        return refused;
    }

    private static List<Answer> attested(long cents) {
        return List.of(new Answer.Detoured("enter-number"), new Answer.Amount(Money.euro(cents)));
    }

    @Override
    public Optional<List<Answer>> answersThatAttest(Money tendered) {
        return Optional.of(attested(tendered.minor()));
    }

    @Override
    public Optional<String> idOfPaymentNotScanned(Money tendered) {
        return Optional.of(sandbox.pays(tendered.minor()).transaction());
    }

    @Override
    public Optional<Money> refunded() {
        return Optional.of(Money.euro(sandbox.refundedCents(paidBefore)));
    }

    @Override
    public boolean trouble(Trouble trouble) {
        sandbox.clearsTroubles();
        switch (trouble) {
            case NONE -> {}
            case SILENT -> sandbox.has("ALL", Map.of("kind", "stall", "seconds", 20));
            case DRIPPING -> sandbox.has("ALL", Map.of("kind", "slow-drip", "millisPerByte", 300));
            case READS_UNANSWERED -> {
                sandbox.has("LOOK_UP", Map.of("kind", "reset"));
                sandbox.has("VENUES", Map.of("kind", "reset"));
            }
            case TRANSFERS_LOST -> sandbox.has("REFUND", Map.of("kind", "reset"));
            case TRANSFER_ANSWERS_LOST -> sandbox.has("REFUND", Map.of("kind", "lose-answer-after-processing"));
        }
        return true;
    }

    @Override
    public Set<String> secrets() {
        return Set.of(sandbox.connection("clientSecret"));
    }

    /** Karaf keeps its log in a file. */
    @Override
    public List<String> logged() {
        return Stream.ofNullable(pairs.context().getProperty("karaf.log"))
                .map(folder -> Path.of(folder, "karaf.log"))
                .filter(Files::exists)
                .map(FrameworkBench::read)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<ProductLabelFilter> filter() {
        return Optional.of(last.orElseThrow().newest(ProductLabelFilter.class));
    }

    @Override
    public Optional<SelfTest> selfTest() {
        return Optional.of(last.orElseThrow().newest(SelfTest.class));
    }

    @Override
    public void close() {
        sandbox.clearsTroubles();
    }
}
