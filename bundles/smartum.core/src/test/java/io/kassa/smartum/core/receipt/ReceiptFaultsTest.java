package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.TestSigner.OURS;
import static io.kassa.smartum.core.receipt.TestSigner.STRANGER;
import static io.kassa.smartum.core.receipt.TestSigner.base64;
import static io.kassa.smartum.core.receipt.TestSigner.joined;
import static io.kassa.smartum.core.receipt.TestSigner.withSignature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.Reading.Refused;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a fault: each differs from a good receipt in one thing, and is refused for that thing. */
class ReceiptFaultsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String GOOD = "{\"jti\":\"tx_R60D21hL60bj5N1v\",\"venue\":\"ven_pDmadXvNHA6XWoew\","
            + "\"amount\":1000,\"benefit\":\"exercise\",\"iat\":" + NOW.getEpochSecond()
            + ",\"currency\":\"EUR\",\"status\":\"paid\"}";

    private final ReceiptReader reader = new ReceiptReader(
            Contract.shipped(),
            PublicKeys.parse(OURS.pem()).keys(),
            new ReceiptRules("ven_pDmadXvNHA6XWoew", "exercise", 100_000, Duration.ofDays(1)));

    static Stream<Arguments> faults() {
        return Stream.of(notReceipts(), texts(), headers(), signatures(), payloads(), claims(), times())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> notReceipts() {
        return Stream.of(
                arguments("nothing", "", Refusal.EMPTY),
                arguments("only white space and Enter", " \t\r\n", Refusal.EMPTY),
                arguments("10 kB of rubbish", "x<>&%ä\u0000".repeat(1500), Refusal.TOO_LONG),
                arguments("one character too long", OURS.sign(GOOD) + " ".repeat(4096), Refusal.TOO_LONG),
                arguments("10 kB that looks like a receipt", "eyJ" + "A".repeat(10_000), Refusal.TOO_LONG),
                arguments("an EAN code", "6414893400016", Refusal.PRODUCT_CODE),
                arguments("a short EAN code", "96385074", Refusal.PRODUCT_CODE),
                arguments("digits of that length", "6414893400012", Refusal.CARD_NUMBER),
                arguments("a product as a scanner announces it", "]E06414893400016", Refusal.PRODUCT_CODE),
                arguments("a product between marks", "~6414893400016~", Refusal.PRODUCT_CODE),
                arguments("a loyalty card as a scanner announces it", "]C19246712345678901", Refusal.CARD_NUMBER),
                arguments("a loyalty card", "9246712345678901", Refusal.CARD_NUMBER),
                arguments("a short number", "12345", Refusal.NOT_SMARTUM_CODE),
                arguments("a link of ePassi", "https://pay.epassi.fi/venue/17", Refusal.OTHER_WALLET),
                arguments("a word with another in it", "tepassina", Refusal.NOT_SMARTUM_CODE),
                arguments("a word", "kahvi", Refusal.NOT_SMARTUM_CODE),
                arguments("two words", "eye drops", Refusal.NOT_SMARTUM_CODE),
                arguments("control characters", "\u0000\u0001x\uFFFF\uD800", Refusal.NOT_SMARTUM_CODE),
                arguments("another kind of id", "ven_pDmadXvNHA6XWoew", Refusal.NOT_SMARTUM_CODE),
                arguments("a random web link", "https://example.org/menu?table=7", Refusal.WEB_LINK),
                arguments("a web link without scheme", "www.example.org/menu", Refusal.WEB_LINK),
                arguments("a link whose receipt is empty", "https://example.org/?jwt=", Refusal.WEB_LINK),
                arguments("a link with a transaction id", "https://a.fi/?jwt=tx_R60D21hL60bj5N1v", Refusal.WEB_LINK),
                arguments(
                        "a link with two receipts",
                        "https://a.fi/?jwt=" + OURS.sign(GOOD) + "&token=" + STRANGER.sign(GOOD),
                        Refusal.WEB_LINK));
    }

    private static Stream<Arguments> texts() {
        String good = OURS.sign(GOOD);
        return Stream.of(
                arguments("cut off in the payload", good.substring(0, good.length() / 2), Refusal.BROKEN),
                arguments("cut off in the signature", good.substring(0, good.length() - 4), Refusal.BROKEN),
                arguments("first characters missing", good.substring(3), Refusal.BROKEN),
                arguments("four parts", good + ".AAAA", Refusal.BROKEN),
                arguments("padding", good + "=", Refusal.BROKEN),
                arguments("white space inside", good.replaceFirst("\\.", ".\n"), Refusal.BROKEN),
                arguments("a zero-width space inside", good.replaceFirst("\\.", ".\u200B"), Refusal.BROKEN),
                arguments("stray bits: a second spelling", strayBits(), Refusal.BROKEN),
                arguments("padding inside", good.replaceFirst("\\.", "=."), Refusal.BROKEN),
                arguments("standard base64 alphabet", otherAlphabet('_', '/'), Refusal.BROKEN),
                arguments(
                        "percent escapes in a link", "https://a.fi/?jwt=" + good.replace(".", "%2E"), Refusal.BROKEN));
    }

    /** Signed like this, so that only the strict spelling stands against it. */
    private static String strayBits() {
        String payload = base64(GOOD + " ".repeat((4 - GOOD.length() % 3) % 3));
        String spelledDifferently =
                payload.substring(0, payload.length() - 1) + (char) (payload.charAt(payload.length() - 1) + 1);
        assertThat(Base64.getUrlDecoder().decode(spelledDifferently))
                .isEqualTo(Base64.getUrlDecoder().decode(payload));
        return OURS.signParts(base64(OURS.header()), spelledDifferently);
    }

    private static String otherAlphabet(char mark, char becomes) {
        for (int i = 0; i < 1000; i++) {
            String token = OURS.sign(GOOD);
            if (token.indexOf(mark) >= 0) {
                return token.replace(mark, becomes);
            }
        }
        throw new AssertionError("no signature with " + mark);
    }

    /** A plus for a minus alone is what a scanner does to it, and is undone; beside an underscore that stayed it is not. */
    private static String mixedAlphabet() {
        for (int i = 0; i < 1000; i++) {
            String token = otherAlphabet('-', '+');
            if (token.contains("_")) {
                return token;
            }
        }
        throw new AssertionError("no signature with both marks");
    }

    private static Stream<Arguments> headers() {
        String kid = "\"kid\":\"" + OURS.kid() + "\"";
        String known = "{\"alg\":\"ES512\"," + kid;
        return Stream.of(
                header("algorithm none", "{\"alg\":\"none\"," + kid + "}", Refusal.UNSIGNED),
                arguments("unsigned", base64("{\"alg\":\"none\"}") + "." + base64(GOOD) + ".", Refusal.UNSIGNED),
                header("algorithm nOnE", "{\"alg\":\"nOnE\"," + kid + "}", Refusal.UNSIGNED),
                header("algorithm HS256", "{\"alg\":\"HS256\"," + kid + "}", Refusal.OTHER_ALGORITHM),
                header("algorithm ES256", "{\"alg\":\"ES256\"," + kid + "}", Refusal.OTHER_ALGORITHM),
                header("algorithm es512 in small letters", "{\"alg\":\"es512\"," + kid + "}", Refusal.OTHER_ALGORITHM),
                header("no algorithm", "{" + kid + "}", Refusal.BROKEN),
                header("algorithm is a list", "{\"alg\":[\"ES512\"]," + kid + "}", Refusal.BROKEN),
                header("two algorithms", "{\"alg\":\"none\",\"alg\":\"ES512\"," + kid + "}", Refusal.BROKEN),
                header("critical extension", known + ",\"crit\":[\"exp\"]}", Refusal.SUSPICIOUS_HEADER),
                header("unencoded payload", known + ",\"b64\":false}", Refusal.SUSPICIOUS_HEADER),
                header("embedded key", known + ",\"jwk\":{\"kty\":\"EC\"}}", Refusal.SUSPICIOUS_HEADER),
                header("embedded certificate", known + ",\"x5c\":[\"MIIB\"]}", Refusal.SUSPICIOUS_HEADER),
                header("key by link", known + ",\"jku\":\"https://evil.example/\"}", Refusal.SUSPICIOUS_HEADER),
                header("certificate by link", known + ",\"x5u\":\"https://evil.example/\"}", Refusal.SUSPICIOUS_HEADER),
                header("compressed", known + ",\"zip\":\"DEF\"}", Refusal.SUSPICIOUS_HEADER),
                header("encrypted", known + ",\"enc\":\"A256GCM\"}", Refusal.SUSPICIOUS_HEADER),
                header("null critical", known + ",\"crit\":null}", Refusal.SUSPICIOUS_HEADER),
                header("no kid", "{\"alg\":\"ES512\"}", Refusal.UNKNOWN_KEY),
                header("kid is a number", "{\"alg\":\"ES512\",\"kid\":1}", Refusal.BROKEN),
                header("kid of nobody", "{\"alg\":\"ES512\",\"kid\":\"nobody\"}", Refusal.UNKNOWN_KEY),
                arguments("signed by a stranger", STRANGER.sign(GOOD), Refusal.UNKNOWN_KEY),
                header("header is no object", "[\"ES512\",\"a list, not an object\"]", Refusal.BROKEN),
                header("trailing comma", known + ",}", Refusal.BROKEN),
                header("text behind the header", known + "} {}", Refusal.BROKEN),
                header(
                        "header deeper than sane",
                        known + ",\"x\":" + "[".repeat(99) + "]".repeat(99) + "}",
                        Refusal.BROKEN));
    }

    private static Arguments header(String fault, String header, Refusal reason) {
        return arguments(fault, OURS.sign(header, GOOD), reason);
    }

    private static Stream<Arguments> signatures() {
        String good = OURS.sign(GOOD);
        BigInteger one = BigInteger.ONE;
        BigInteger zero = BigInteger.ZERO;
        BigInteger order = P521.ORDER;
        return Stream.of(
                arguments("signed by a stranger in our name", STRANGER.sign(OURS.header(), GOOD), Refusal.FORGED),
                arguments("amount changed", otherPayload(good, GOOD.replace("1000", "9000")), Refusal.FORGED),
                arguments("empty signature", withSignature(good, s -> new byte[0]), Refusal.BROKEN),
                arguments("131 bytes", withSignature(good, s -> Arrays.copyOf(s, 131)), Refusal.BROKEN),
                arguments("133 bytes", withSignature(good, s -> Arrays.copyOf(s, 133)), Refusal.BROKEN),
                arguments("64 bytes", withSignature(good, s -> Arrays.copyOf(s, 64)), Refusal.BROKEN),
                arguments("all zero", withSignature(good, s -> new byte[132]), Refusal.FORGED),
                arguments("r is 0", withSignature(good, s -> joined(zero, one)), Refusal.FORGED),
                arguments("s is 0", withSignature(good, s -> joined(one, zero)), Refusal.FORGED),
                arguments("r is n", withSignature(good, s -> joined(order, one)), Refusal.FORGED),
                arguments("s is n", withSignature(good, s -> joined(one, order)), Refusal.FORGED),
                arguments("r is n - 1", withSignature(good, s -> joined(order.subtract(one), one)), Refusal.FORGED),
                arguments("r and s are 1", withSignature(good, s -> joined(one, one)), Refusal.FORGED),
                arguments("r + n", withSignature(good, ReceiptFaultsTest::plusOrder), Refusal.FORGED));
    }

    private static byte[] plusOrder(byte[] signature) {
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 66, 132));
        return joined(new BigInteger(1, Arrays.copyOfRange(signature, 0, 66)).add(P521.ORDER), s);
    }

    private static String otherPayload(String token, String payload) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + base64(payload) + "." + parts[2];
    }

    private static Stream<Arguments> payloads() {
        return Stream.of(
                payload("no JSON", "paid", Refusal.BROKEN),
                payload("a list", "[" + GOOD + "]", Refusal.BROKEN),
                payload("duplicate member", GOOD.replace("{", "{\"amount\":1,"), Refusal.BROKEN),
                payload("duplicate member in disguise", GOOD.replace("{", "{\"\\u0061mount\":1,"), Refusal.BROKEN),
                payload("trailing comma", GOOD.replace("}", ",}"), Refusal.BROKEN),
                payload("something behind", GOOD + "{}", Refusal.BROKEN),
                payload("a comment", GOOD.replace("{", "{/**/"), Refusal.BROKEN),
                payload("single quotes", GOOD.replace('"', '\''), Refusal.BROKEN),
                payload("byte order mark", "\uFEFF" + GOOD, Refusal.BROKEN),
                payload("leading zero", GOOD.replace("1000", "01000"), Refusal.BROKEN),
                arguments(
                        "not UTF-8",
                        OURS.signParts(base64(OURS.header()), Base64Url.encode(new byte[] {'{', (byte) 0xff, '}'})),
                        Refusal.BROKEN));
    }

    private static Stream<Arguments> claims() {
        return Stream.of(
                payload("amount as text", GOOD.replace("1000", "\"1000\""), Refusal.NOT_UNDERSTOOD),
                payload("amount with a fraction", GOOD.replace("1000", "1000.0"), Refusal.NOT_UNDERSTOOD),
                payload("amount with an exponent", GOOD.replace("1000", "1e3"), Refusal.NOT_UNDERSTOOD),
                payload("amount beyond 64 bits", GOOD.replace("1000", "9".repeat(30)), Refusal.NOT_UNDERSTOOD),
                payload("amount is null", GOOD.replace("1000", "null"), Refusal.NOT_UNDERSTOOD),
                payload("no amount", without("amount", "1000"), Refusal.NOT_UNDERSTOOD),
                payload("no venue", without("venue", "\"ven_pDmadXvNHA6XWoew\""), Refusal.NOT_UNDERSTOOD),
                payload("no benefit", without("benefit", "\"exercise\""), Refusal.NOT_UNDERSTOOD),
                payload("no transaction", without("jti", "\"tx_R60D21hL60bj5N1v\""), Refusal.NOT_UNDERSTOOD),
                payload("transaction of another form", GOOD.replace("tx_R", "../R"), Refusal.NOT_UNDERSTOOD),
                payload("benefit as a list", GOOD.replace("\"exercise\"", "[\"exercise\"]"), Refusal.NOT_UNDERSTOOD),
                payload("currency as a number", GOOD.replace("\"EUR\"", "978"), Refusal.NOT_UNDERSTOOD),
                payload("amount zero", GOOD.replace("1000", "0"), Refusal.NO_AMOUNT),
                payload("amount negative", GOOD.replace("1000", "-1000"), Refusal.NO_AMOUNT),
                payload("amount above the limit", GOOD.replace("1000", "100001"), Refusal.AMOUNT_OUT_OF_RANGE),
                payload("card part above the amount", with("\"card_amount\":1001"), Refusal.AMOUNT_OUT_OF_RANGE),
                payload("card part negative", with("\"card_amount\":-1"), Refusal.AMOUNT_OUT_OF_RANGE),
                payload("other venue", GOOD.replace("ven_p", "ven_q"), Refusal.OTHER_VENUE),
                payload("other benefit", GOOD.replace("exercise", "massage"), Refusal.OTHER_BENEFIT),
                payload("other currency", GOOD.replace("EUR", "SEK"), Refusal.OTHER_CURRENCY),
                payload("currency in small letters", GOOD.replace("EUR", "eur"), Refusal.OTHER_CURRENCY),
                payload("cancelled", GOOD.replace("paid", "cancelled"), Refusal.NOT_PAID),
                payload("pending", GOOD.replace("paid", "pending"), Refusal.NOT_PAID),
                payload("refunded", GOOD.replace("paid", "refunded"), Refusal.REFUNDED));
    }

    private static Stream<Arguments> times() {
        long now = NOW.getEpochSecond();
        String iat = "\"iat\":" + now;
        return Stream.of(
                payload("no time", without("iat", "" + now), Refusal.NOT_UNDERSTOOD),
                payload("time before 1970", GOOD.replace(iat, "\"iat\":-1"), Refusal.NOT_UNDERSTOOD),
                payload("time in milliseconds", GOOD.replace(iat, iat + "000"), Refusal.NOT_UNDERSTOOD),
                payload("in the year 3000", GOOD.replace(iat, "\"iat\":32503680000"), Refusal.FROM_FUTURE),
                payload("time beyond all calendars", GOOD.replace(iat, iat + "000000"), Refusal.NOT_UNDERSTOOD),
                payload(
                        "5 minutes and a second ahead",
                        GOOD.replace(iat, "\"iat\":" + (now + 301)),
                        Refusal.FROM_FUTURE),
                payload("valid later", with("\"nbf\":" + (now + 301)), Refusal.NOT_YET_VALID),
                payload("expired this second", with("\"exp\":" + now), Refusal.EXPIRED),
                payload("expired an hour ago", with("\"exp\":" + (now - 3600)), Refusal.EXPIRED),
                payload("expiry as text", with("\"exp\":\"" + now + "\""), Refusal.NOT_UNDERSTOOD));
    }

    private static Arguments payload(String fault, String payload, Refusal reason) {
        return arguments(fault, OURS.sign(payload), reason);
    }

    private static String with(String member) {
        return GOOD.replace("{", "{" + member + ",");
    }

    private static String without(String name, String value) {
        return GOOD.replace("\"" + name + "\":" + value, "\"unused\":0");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("faults")
    void isRefusedForItsFault(String fault, String scanned, Refusal reason) {
        assertThat(reader.read(scanned, NOW))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).as(fault).isEqualTo(reason));
    }

    @Test
    void anAlphabetOfTwoKindsIsNotWhatAScannerTypes() {
        assertThat(reader.read(mixedAlphabet(), NOW)).isEqualTo(Refused.because(Refusal.BROKEN));
    }

    @ParameterizedTest(name = "{0}, scanned with Caps Lock on a Finnish till")
    @MethodSource("faults")
    void isRefusedTooWhenAScannerGarbledIt(String fault, String scanned, Refusal reason) {
        assertThat(reader.read(TypingScanner.FINNISH.typesWithCapsLock(scanned), NOW))
                .as(fault)
                .isInstanceOf(Refused.class);
    }
}
