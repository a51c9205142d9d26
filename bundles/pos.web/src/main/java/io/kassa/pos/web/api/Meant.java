package io.kassa.pos.web.api;

import io.kassa.pos.scan.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of the codes in a picture a person means. What can be told by its form decides: a receipt is not a poster's web link. Of
 * several that are alike the person has to say, since each may be a customer's money.
 *
 * @param codes one; several that are alike; or none, when none was read
 */
record Meant(Reading reading, List<Reading.Code> codes) {

    /** A signed token (JWS, compact form), by itself or inside a link. */
    private static final Pattern SIGNED = Pattern.compile("eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    static Meant of(Reading reading) {
        return new Meant(reading, reading instanceof Reading.Found found ? likeliest(found) : List.of());
    }

    private static List<Reading.Code> likeliest(Reading.Found found) {
        List<Reading.Code> all = Stream.concat(Stream.of(found.code()), found.others().get().stream())
                .toList();
        int best = all.stream().map(Meant::rank).min(Comparator.naturalOrder()).orElseThrow();
        return all.stream().filter(code -> rank(code) == best).toList();
    }

    private static int rank(Reading.Code code) {
        if (SIGNED.matcher(code.content()).find()) {
            return 0;
        }
        return MaskedCode.of(code.content()).kind() == MaskedCode.Kind.OTHER ? 1 : 2;
    }

    @Override
    public String toString() {
        return "Meant" + codes;
    }
}
