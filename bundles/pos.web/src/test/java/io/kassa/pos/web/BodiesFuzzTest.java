package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.web.api.Endpoints;
import io.kassa.pos.web.http.Route;
import io.kassa.pos.web.json.JsonReader;
import io.kassa.pos.web.json.JsonWriter;
import io.kassa.pos.web.json.NotUnderstood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any body before the reader of what pages send. The first line names the type that an endpoint wants, the rest is the body. */
public class BodiesFuzzTest {

    private static final JsonReader READER = new JsonReader();
    private static final JsonWriter WRITER = new JsonWriter();
    private static final Map<String, Class<?>> TYPES = types();

    private static Map<String, Class<?>> types() {
        try (TillServer till = TillServer.shop()) {
            return Endpoints.of(till.wiring.areas()).stream()
                    .map(Route::input)
                    .flatMap(Optional::stream)
                    .distinct()
                    .collect(Collectors.toMap(Class::getSimpleName, type -> type));
        }
    }

    static Stream<Arguments> inputs() throws IOException {
        return FuzzInputs.of(BodiesFuzzTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isUnderstoodOrNot(String name, byte[] input) {
        fuzzerTestOneInput(input);
    }

    /** The name and form that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        int line = 0;
        while (line < input.length && input[line] != '\n') {
            line++;
        }
        Class<?> type = TYPES.get(new String(input, 0, line, StandardCharsets.US_ASCII));
        if (type == null) {
            return;
        }
        try {
            Object value = READER.read(Arrays.copyOfRange(input, line, input.length), type);
            assertThat(value).isInstanceOf(type);
            assertThat(WRITER.write(Map.of("read", value.toString()))).isNotEmpty();
        } catch (NotUnderstood refused) {
            // names of members that the description has, and nothing of the body
            assertThat(refused.place())
                    .matches("[a-zA-Z]*(\\[]|\\{}|\\.[a-zA-Z]+)*")
                    .hasSizeLessThan(40);
        }
    }
}
