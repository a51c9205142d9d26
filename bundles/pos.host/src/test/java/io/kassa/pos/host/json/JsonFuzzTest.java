package io.kassa.pos.host.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.FuzzInputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text in place of a document of the books: it is refused without a word of it, or it is written as it was read. */
public class JsonFuzzTest {

    static Stream<Arguments> inputs() throws IOException {
        return FuzzInputs.of(JsonFuzzTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isADocumentOrRefused(String name, byte[] input) {
        fuzzerTestOneInput(input);
    }

    /** The name and form that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        Object document;
        try {
            document = Json.read(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasNoCause();
            assertThat(refused.getMessage())
                    .matches("Not a document|No document|Something follows the document|"
                            + "Not a value of a document: [A-Z_]{1,30}");
            return;
        }
        assertThat(Json.read(Json.write(document))).isEqualTo(document);
    }
}
