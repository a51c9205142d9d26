package io.kassa.pos.host.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void whatWasWrittenIsReadBack() {
        Object document = Map.of(
                "text",
                "\"quoted\" \\ \n \u0001 ä € \uD83D\uDE00",
                "list",
                List.of(1L, -2L, true, List.of(), Map.of()));
        assertThat(Json.read(Json.write(document))).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1", "\"open", "{\"a\":1", "nul", "[1] 2", "\"\\u00\"", "1.5"})
    void whatIsNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
