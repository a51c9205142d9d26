package io.kassa.smartum.core.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.smartum.core.FuzzInputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text in the field for keys: every key of it is on the curve, or there is a problem to show. */
public class PublicKeysFuzzTest {

    static Stream<Arguments> inputs() throws IOException {
        return FuzzInputs.of(PublicKeysFuzzTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isAKeyOrAProblem(String name, byte[] input) {
        fuzzerTestOneInput(input);
    }

    /** The name and form that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        PublicKeys.Parsed parsed = PublicKeys.parse(new String(input, StandardCharsets.UTF_8));
        assertThat(parsed.keys().kids().isEmpty() && parsed.problems().isEmpty())
                .isFalse();
        assertThat(parsed.keys().kids()).allMatch(kid -> kid.matches("[A-Za-z0-9_-]{43}"));
    }
}
