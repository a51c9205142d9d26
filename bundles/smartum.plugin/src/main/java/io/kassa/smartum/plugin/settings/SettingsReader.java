package io.kassa.smartum.plugin.settings;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SecretSource;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Contract.NotAContract;
import io.kassa.smartum.core.contract.Term;
import io.kassa.smartum.core.receipt.PublicKeys;
import io.kassa.smartum.core.receipt.ReceiptRules;
import io.kassa.smartum.core.refund.RefundWindow;
import io.kassa.smartum.plugin.text.Say;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parses a configuration once and finds everything that is wrong with it. Opens no connection. */
public final class SettingsReader {
    private static final String LABEL = "enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel";
    private static final int USUAL_ID = 16;

    private final Say say;
    private final SecretSource secrets;
    private final Contracts contracts;

    public SettingsReader(Say say, SecretSource secrets, Contracts contracts) {
        this.say = say;
        this.secrets = secrets;
        this.contracts = contracts;
    }

    /**
     * @param settings present when no finding is an error
     * @param findings every problem at once, and the product label that is named
     */
    public record Parsed(Optional<Settings> settings, List<Finding> findings) {
        /** All errors in plain English, for the one message of a component that cannot start. */
        public String errors() {
            return findings.stream()
                    .filter(Finding::isError)
                    .map(finding -> finding.subject() + ": " + finding.result().in(Locale.ENGLISH))
                    .reduce((one, other) -> one + "\n" + other)
                    .orElse("");
        }
    }

    public Parsed read(Map<String, Object> configured) {
        Candidate candidate = new Candidate(configured, say);
        Optional<Root> root = root(candidate);
        PublicKeys keys = keys(candidate);
        String client = candidate.required("smartumClientId").orElse("");
        String secret = secret(candidate);
        Optional<Contract> contract = contract(candidate);
        String venue = venue(candidate, contract);
        String benefit = benefit(candidate);
        Optional<ProductLabel> label = label(candidate);
        String method = method(candidate);
        String name = candidate.advanced("methodName");
        Optional<Instant> acceptUntil = acceptUntil(candidate);
        Optional<RefundWindow> window = window(candidate);
        Timing timing = timing(candidate);
        Duration old =
                Duration.ofDays(candidate.number("oldReceiptDays", 0, 3650).orElse(0L));
        long highest = candidate.number("highestAmountCents", 1, 10_000_000).orElse(0L);
        Duration keyLifetime =
                Duration.ofHours(candidate.number("refundKeyHours", 0, 8760).orElse(0L));
        if (candidate.findings().stream().anyMatch(Finding::isError)) {
            return new Parsed(Optional.empty(), candidate.findings());
        }
        Settings settings = new Settings(
                method,
                name,
                root.orElseThrow(),
                keys,
                client,
                secret,
                new ReceiptRules(venue, benefit, highest, old),
                label,
                acceptUntil,
                window.orElseThrow(),
                keyLifetime,
                contract.orElseThrow(),
                timing);
        return new Parsed(Optional.of(settings), candidate.findings());
    }

    private static Optional<Root> root(Candidate candidate) {
        Optional<String> text = candidate.required("smartumUrl");
        Optional<Root> root = text.flatMap(Root::parse);
        if (text.isPresent() && root.isEmpty()) {
            candidate.error("smartumUrl", "settings.url");
        } else if (root.isPresent() && !root.get().isPrivate()) {
            candidate.error("smartumUrl", "settings.url-not-encrypted");
        }
        return root;
    }

    private static PublicKeys keys(Candidate candidate) {
        PublicKeys.Parsed parsed = PublicKeys.parse(candidate.text("smartumApiPublicKey"));
        for (PublicKeys.Problem problem : parsed.problems()) {
            String fault = problem.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
            candidate.error("smartumApiPublicKey", "settings.key." + fault, problem.position());
        }
        return parsed.keys();
    }

    private String secret(Candidate candidate) {
        Optional<String> reference = candidate.required("smartumClientSecret");
        if (reference.isPresent() && !reference.get().matches("\\$\\[(secret|env):[^\\]]{1,200}]")) {
            candidate.error("smartumClientSecret", "settings.secret-not-a-reference");
        } else if (reference.isPresent() && isMissing(reference.get())) {
            candidate.error("smartumClientSecret", "settings.secret-unresolved");
        }
        return reference.orElse("");
    }

    /** A host that cannot look just now is not an error of the settings: the secret is resolved when it is used. */
    private boolean isMissing(String reference) {
        try {
            return secrets.resolve(reference).isEmpty();
        } catch (LedgerUnavailableException booksAway) {
            return false;
        }
    }

    private Optional<Contract> contract(Candidate candidate) {
        try {
            return Optional.of(contracts.read(candidate.advanced("contractFile")));
        } catch (Contracts.Missing e) {
            candidate.error("contractFile", "settings.contract-missing");
        } catch (NotAContract e) {
            candidate.error("contractFile", "settings.contract", String.join("; ", e.problems()));
        }
        return Optional.empty();
    }

    /** Only the prefix and the alphabet of ids are known; their length is seen from a few samples. */
    private static String venue(Candidate candidate, Optional<Contract> contract) {
        Optional<String> venue = candidate.required("smartumVenueId");
        if (venue.isPresent() && contract.isPresent()) {
            if (!venue.get().matches(contract.get().get(Term.ID_VENUE))) {
                candidate.error("smartumVenueId", "settings.venue");
            } else if (contract.get().source().equals(Contracts.SHIPPED)
                    && venue.get().length() != "ven_".length() + USUAL_ID) {
                candidate.warn("smartumVenueId", "settings.venue-length");
            }
        }
        return venue.orElse("");
    }

    private static String benefit(Candidate candidate) {
        Optional<String> benefit = candidate.required("smartumBenefitType");
        if (benefit.isPresent() && !benefit.get().matches("[A-Za-z0-9_.-]{1,64}")) {
            candidate.error("smartumBenefitType", "settings.benefit");
        }
        return benefit.orElse("");
    }

    private static Optional<ProductLabel> label(Candidate candidate) {
        String text = candidate.text(LABEL);
        Optional<ProductLabel> label = text.isEmpty() ? Optional.empty() : Optional.of(new ProductLabel(text));
        label.ifPresent(named -> candidate.names(LABEL, named));
        return label;
    }

    private static String method(Candidate candidate) {
        String method = candidate.advanced("methodId");
        if (!method.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            candidate.error("methodId", "settings.method-id");
        }
        return method;
    }

    /** A date is the last day: until midnight in Finland. */
    private static Optional<Instant> acceptUntil(Candidate candidate) {
        String text = candidate.advanced("acceptUntil");
        if (text.equals("never")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)
                    .plusDays(1)
                    .atStartOfDay(RefundWindow.FINLAND)
                    .toInstant());
        } catch (DateTimeException e) {
            candidate.error("acceptUntil", "settings.date");
            return Optional.empty();
        }
    }

    private static Optional<RefundWindow> window(Candidate candidate) {
        Optional<RefundWindow> window = RefundWindow.parse(candidate.advanced("refundWindow"));
        if (window.isEmpty()) {
            candidate.error("refundWindow", "settings.refund-window");
        }
        return window;
    }

    private static Timing timing(Candidate candidate) {
        return new Timing(
                millis(candidate, "lookupWaitMillis", 0, 10_000),
                millis(candidate, "connectMillis", 100, 30_000),
                millis(candidate, "requestMillis", 200, 60_000));
    }

    private static Duration millis(Candidate candidate, String key, long least, long most) {
        return Duration.ofMillis(candidate.number(key, least, most).orElse(least));
    }
}
