package io.kassa.pos.host.start;

import io.kassa.pos.spi.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the till runs, from framework or system properties.
 *
 * @param data {@code kassa.data}: the folder of the till, by default {@code ./data}
 * @param demo {@code kassa.demo}: whether an empty store becomes the demo's
 * @param attestedPerSale {@code kassa.attest.limit}: the most that cashiers may vouch for in one sale, in cents, by default
 *     20000
 * @param shop {@code kassa.shop}: the name of the shop, which stands at the head of a receipt
 * @param alone {@code kassa.alone}: whether the framework runs for the till only, and ends when the till cannot be opened
 * @param zone {@code kassa.zone}: the zone that times are written in, by default Europe/Helsinki
 */
record HostSettings(Path data, boolean demo, Money attestedPerSale, String shop, boolean alone, ZoneId zone) {

    /** How much room is left where the till keeps its data. */
    long freeBytes() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param property the value of a property, or null */
    static HostSettings read(Function<String, String> property) {
        Function<String, Optional<String>> find =
                name -> Optional.ofNullable(property.apply(name)).filter(text -> !text.isBlank());
        return new HostSettings(
                Path.of(find.apply("kassa.data").orElse("data")),
                Boolean.parseBoolean(find.apply("kassa.demo").orElse("false")),
                Money.euro(Long.parseLong(find.apply("kassa.attest.limit").orElse("20000"))),
                find.apply("kassa.shop").orElse(""),
                Boolean.parseBoolean(find.apply("kassa.alone").orElse("false")),
                ZoneId.of(find.apply("kassa.zone").orElse("Europe/Helsinki")));
    }
}
