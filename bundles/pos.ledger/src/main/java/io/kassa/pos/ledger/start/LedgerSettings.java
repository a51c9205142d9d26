package io.kassa.pos.ledger.start;

import io.kassa.pos.ledger.SpareBooks;
import io.kassa.pos.ledger.StoreRefusedException;
import io.kassa.pos.spi.settings.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the books are.
 *
 * @param folder of the file, used when there is no URL; from {@code kassa.data}, by default {@code ./data}
 * @param url of a PostgreSQL database, from {@code kassa.ledger.url}
 * @param password for it, from the environment variable that {@code kassa.ledger.password} refers to as {@code $[env:NAME]}
 */
record LedgerSettings(Path folder, Optional<String> url, Optional<Secret> password) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\[env:([^]]+)]");

    /**
     * @param property the value of a framework or system property
     * @param environment the value of an environment variable
     */
    static LedgerSettings read(
            Function<String, Optional<String>> property, Function<String, Optional<String>> environment) {
        Optional<String> reference = property.apply("kassa.ledger.password");
        return new LedgerSettings(
                Path.of(property.apply("kassa.data").orElse("data")),
                property.apply("kassa.ledger.url").filter(url -> !url.isBlank()),
                reference.map(text -> resolve(text, environment)));
    }

    /** None where the books are on a server. */
    Optional<SpareBooks> spare(Clock clock) {
        return url.isPresent() ? Optional.empty() : Optional.of(new SpareFiles(folder.resolve("spare-books"), clock));
    }

    Ledger open(Clock clock) {
        return url.map(address -> server(address, clock)).orElseGet(() -> Ledger.open(folder, clock));
    }

    private Ledger server(String address, Clock clock) {
        try {
            return Ledger.open(address, password, clock);
        } catch (NoClassDefFoundError e) {
            throw noDriver();
        }
    }

    static StoreRefusedException noDriver() {
        return new StoreRefusedException(
                "kassa.ledger.url is set, and the bundles of HikariCP and of PostgreSQL's driver are not installed.");
    }

    private static Secret resolve(String reference, Function<String, Optional<String>> environment) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            throw new StoreRefusedException("kassa.ledger.password must refer to an environment variable: $[env:NAME]");
        }
        return environment
                .apply(matcher.group(1))
                .map(Secret::new)
                .orElseThrow(() -> new StoreRefusedException(
                        "kassa.ledger.password refers to an environment variable that is not set: "
                                + matcher.group(1)));
    }
}
