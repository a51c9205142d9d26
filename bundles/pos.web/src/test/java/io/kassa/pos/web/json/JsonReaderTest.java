package io.kassa.pos.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever comes, it is understood exactly or not at all. */
class JsonReaderTest {

    private static final String SOUND =
            "{\"id\":\"a1\",\"money\":{\"minor\":-12,\"currency\":\"EUR\"},\"note\":\"\\u00e4\","
                    + "\"names\":[\"a\",\"b\"],\"labels\":[\"x\"],\"parts\":{\"1\":{\"kind\":\"confirmed\"}},\"on\":true,\"place\":3}";

    private final JsonReader reader = new JsonReader();
    private final JsonWriter writer = new JsonWriter();

    record Everything(
            AttemptId id,
            Money money,
            Optional<String> note,
            List<String> names,
            Set<String> labels,
            Map<Integer, Answer> parts,
            boolean on,
            int place) {}

    @Test
    void readsWhatTheWriterWrites() throws NotUnderstood {
        Everything value = read(SOUND);
        assertThat(value.money()).isEqualTo(Money.euro(-12));
        assertThat(value.parts()).containsExactly(Map.entry(1, new Answer.Confirmed()));
        assertThat(reader.read(writer.write(value), Everything.class)).isEqualTo(value);
        assertThat(new String(writer.write(value), StandardCharsets.UTF_8)).isEqualTo(SOUND.replace("\\u00e4", "ä"));
    }

    @Test
    void leavesOutWhatIsEmptyAndTakesItAsMissing() throws NotUnderstood {
        Everything value = read(SOUND.replace("\"note\":\"\\u00e4\",", ""));
        assertThat(value.note()).isEmpty();
        assertThat(new String(writer.write(value), StandardCharsets.UTF_8)).doesNotContain("note", "null");
    }

    @Test
    void namesTheMemberThatIsWrong() {
        assertPlace(SOUND.replace("-12", "-12.0"), "money.minor");
        assertPlace(SOUND.replace("\"a1\"", "\"a 1\""), "id");
        assertPlace(SOUND.replace("[\"x\"]", "[\"x\",\"x\"]"), "labels");
        assertPlace(SOUND.replace("\"confirmed\"", "\"boom\""), "parts{}.kind");
        assertPlace(SOUND.replace("\"1\":{", "\"one\":{"), "parts");
        assertPlace(SOUND.replace("\"place\":3", "\"place\":3000000000"), "place");
        assertPlace(SOUND.replace("\"place\":3", "\"place\":3,\"secret\":1"), "");
    }

    @Test
    void neverEndsInAnythingButAnAnswer() {
        Random random = new Random(20260504);
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = SOUND.getBytes(StandardCharsets.UTF_8);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(reader.read(bytes, Everything.class)).isNotNull();
                understood++;
            } catch (NotUnderstood expected) {
                assertThat(expected.place()).hasSizeLessThan(40);
            }
        }
        // a changed letter inside a text is another sound text
        assertThat(understood).isBetween(1, 10_000);
    }

    private Everything read(String json) throws NotUnderstood {
        return reader.read(json.getBytes(StandardCharsets.UTF_8), Everything.class);
    }

    private void assertPlace(String json, String place) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        NotUnderstood.class, wrong -> assertThat(wrong.place()).isEqualTo(place));
    }
}
