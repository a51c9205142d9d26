package io.kassa.smartum.plugin;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.spi.settings.SecretSource;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.smartum.plugin.payment.SmartumMethod;
import io.kassa.smartum.plugin.probe.Probe;
import io.kassa.smartum.plugin.settings.Contracts;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.settings.SettingsReader;
import io.kassa.smartum.plugin.text.Say;
import io.kassa.smartum.sandbox.Options;
import io.kassa.smartum.sandbox.Sandbox;
import io.kassa.smartum.sandbox.books.Payment;
import io.kassa.smartum.sandbox.books.RefundWindow;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plug-in on the bench, with the sandbox as its provider. */
final class SandboxBench implements PaymentBench {
    static final String BENEFIT = "exercise";
    static final String LABEL = "liikunta";

    /** Those that are good, if perhaps in doubt; every other special receipt is to be refused. */
    private static final Set<Special> GOOD =
            EnumSet.of(Special.OLD, Special.PART_CARD, Special.IN_A_LINK, Special.NUMBER_ONLY);

    final Sandbox sandbox;
    final Map<String, Object> configured = new HashMap<>();
    boolean secretIsThere = true;
    private final Contracts contracts;
    private final Say say = new Say();

    SandboxBench() {
        this(Options.inMemory(), "shipped");
    }

    SandboxBench(Options options, String contractFile) {
        this.sandbox = Sandbox.start(options);
        this.contracts = new Contracts(Path.of("src/test/resources/io/kassa/smartum/plugin"));
        sandbox.books().window(RefundWindow.ALWAYS);
        sandbox.books().topUp(BENEFIT, 1_000_000);
        configured.put("smartumUrl", sandbox.root().toString());
        configured.put("smartumApiPublicKey", sandbox.publicKeyPem());
        configured.put("smartumClientId", sandbox.clientId());
        configured.put("smartumClientSecret", "$[secret:smartum]");
        configured.put("smartumVenueId", Sandbox.KAISLA);
        configured.put("smartumBenefitType", BENEFIT);
        configured.put("enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel", LABEL);
        configured.put("refundWindow", "UNLIMITED");
        configured.put("contractFile", contractFile);
        configured.put("lookupWaitMillis", 1500);
        configured.put("connectMillis", 1000);
        configured.put("requestMillis", 1500);
    }

    SecretSource secretSource() {
        return reference -> reference.equals("$[secret:smartum]")
                ? Optional.of(new Secret(sandbox.clientSecret()))
                : Optional.empty();
    }

    Settings settings() {
        SettingsReader.Parsed parsed = new SettingsReader(say, secretSource(), contracts).read(configured);
        return parsed.settings().orElseThrow(() -> new AssertionError(parsed.errors()));
    }

    @Override
    public PaymentMethod method(PaymentLedger ledger, Clock clock) {
        Settings settings = settings();
        SecretSource secrets = secretIsThere ? secretSource() : reference -> Optional.empty();
        return new SmartumMethod(settings, settings.api(secrets), ledger, say, clock);
    }

    @Override
    public Optional<PaymentMethod> otherConfiguration(PaymentLedger ledger, Clock clock) {
        Object id = configured.put("methodId", "smartum-other");
        PaymentMethod other = method(ledger, clock);
        configured.put("methodId", id == null ? "smartum" : id);
        return Optional.of(other);
    }

    String code(long cents) {
        return sandbox.pay(Sandbox.KAISLA, BENEFIT, cents).text();
    }

    @Override
    public List<Answer> answersThatPay(Money tendered) {
        return List.of(new Answer.Scanned(code(tendered.minor())));
    }

    @Override
    public Map<String, List<Answer>> answersThatAreRefused() {
        Map<String, List<Answer>> refused = new LinkedHashMap<>();
        for (Special kind : EnumSet.complementOf(EnumSet.copyOf(GOOD))) {
            String code = sandbox.issue(kind, Sandbox.KAISLA, BENEFIT, 1000).text();
            refused.put(kind.name(), List.of(new Answer.Scanned(code)));
        }
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
        return sandbox.pay(Sandbox.KAISLA, BENEFIT, tendered.minor()).transaction();
    }

    @Override
    public Optional<Money> refunded() {
        long cents = sandbox.books().payments().stream()
                .filter(payment -> payment.state() != Payment.State.CANCELLED)
                .mapToLong(Payment::refundedCents)
                .sum();
        return Optional.of(Money.euro(cents));
    }

    @Override
    public boolean trouble(io.kassa.pos.spi.tck.Trouble trouble) {
        sandbox.troubles().clear();
        troubles(trouble).forEach((target, each) -> sandbox.troubles().set(target, each));
        return true;
    }

    private static Map<Target, Trouble> troubles(io.kassa.pos.spi.tck.Trouble trouble) {
        return switch (trouble) {
            case NONE -> Map.of();
            case SILENT -> Map.of(Target.ALL, new Trouble.Stall(20));
            case DRIPPING -> Map.of(Target.ALL, new Trouble.SlowDrip(300));
            case READS_UNANSWERED -> Map.of(Target.LOOK_UP, new Trouble.Reset(), Target.VENUES, new Trouble.Reset());
            case TRANSFERS_LOST -> Map.of(Target.REFUND, new Trouble.Reset());
            case TRANSFER_ANSWERS_LOST -> Map.of(Target.REFUND, new Trouble.LoseAnswerAfterProcessing());
        };
    }

    @Override
    public Set<String> secrets() {
        return Set.of(sandbox.clientSecret());
    }

    @Override
    public Optional<ProductLabelFilter> filter() {
        return settings().label().map(label -> labels -> labels.contains(label));
    }

    @Override
    public Optional<SelfTest> selfTest() {
        Settings settings = settings();
        return Optional.of(new Probe(settings, settings.api(secretSource()), say, Clock.systemUTC()));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
