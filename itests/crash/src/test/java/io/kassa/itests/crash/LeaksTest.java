package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The search for leaks finds what it looks for. */
class LeaksTest {

    private static final String SECRET = "s3cr%t/of the+shop?";

    private final Leaks hidden = new Leaks();

    LeaksTest() {
        hidden.add("secret", SECRET);
    }

    private void finds(String content) {
        assertThat(hidden.in("here", content.getBytes(StandardCharsets.ISO_8859_1)))
                .as(content)
                .isPresent();
    }

    @Test
    void aTextInEverySpelling() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        finds("{\"a\":\"" + SECRET + "\"}");
        finds(URLEncoder.encode(SECRET, StandardCharsets.UTF_8));
        finds("x" + HexFormat.of().formatHex(bytes));
        finds(HexFormat.of().withUpperCase().formatHex(bytes) + "x");
        finds(new String(SECRET.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        for (String before : new String[] {"", "a", "ab", "client:"}) {
            byte[] basic = (before + SECRET + ":x").getBytes(StandardCharsets.UTF_8);
            finds("Basic " + Base64.getEncoder().encodeToString(basic));
            finds(Base64.getUrlEncoder().encodeToString(basic));
        }
    }

    @Test
    void aPartOfALongOne() {
        String code = "eyJhbGciOiJFUzUxMiJ9." + "p".repeat(30) + "0123456789".repeat(9) + ".signature";
        hidden.add("code", code);
        finds("..." + code.substring(45, 130) + "...");
    }

    @Test
    void nothingWhereNothingIs() {
        assertThat(hidden.in("here", "s3cr%t of another shop".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
