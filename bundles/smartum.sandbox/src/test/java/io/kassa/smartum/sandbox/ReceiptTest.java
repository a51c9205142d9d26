package io.kassa.smartum.sandbox;

import static io.kassa.smartum.sandbox.Sandbox.KAISLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.books.NotPossible;
import io.kassa.smartum.sandbox.books.Payment;
import io.kassa.smartum.sandbox.receipt.Keys;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads receipts with somebody else's library. */
final class ReceiptTest {
    private final MovableClock clock = new MovableClock("2026-03-10T12:00:00Z");
    private final Sandbox sandbox = Sandbox.start(Options.inMemory().withClock(clock));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aReceiptIsSignedWithEs512AndSaysWhatWasPaid() throws Exception {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        assertThat(holds(receipt.text())).isTrue();
        JsonNode claims = part(receipt.text(), 1);
        assertThat(claims.path("jti").asText()).isEqualTo(receipt.id());
        assertThat(claims.path("venue").asText()).isEqualTo(KAISLA);
        assertThat(claims.path("benefit").asText()).isEqualTo("exercise");
        assertThat(claims.path("amount").isIntegralNumber()).isTrue();
        assertThat(claims.path("amount").asLong()).isEqualTo(1000);
        assertThat(claims.path("iat").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(claims.path("status").asText()).isEqualTo("paid");
        assertThat(claims.path("currency").asText()).isEqualTo("EUR");
        assertThat(Base64.getUrlDecoder().decode(receipt.text().split("\\.")[2]))
                .hasSize(132);
    }

    @Test
    void theKeyIdIsMadeAsTheOnePublicPairShows() throws Exception {
        byte[] der = Base64.getDecoder()
                .decode("MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQAe8rGH96EqvqcIg+DQ/9q8bM+fH1k"
                        + "/31Pw1kCESxdOQ0jy+zIpgZ3SN3U9I7aBKugZe1cejygJBpFNvORPzaIzBEAaJ36"
                        + "7fnNZG2chabdJEsUW5qcrffCQNlfcYXvMeZPbps3P3ofwY+Qd2+kpbIUi+Y48n+x"
                        + "e9pEVS5dkH+2lk1DUQc=");
        PublicKey staging = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        assertThat(new Keys(staging, Keys.p256(new java.security.SecureRandom()).secret()).id())
                .isEqualTo("UBJZYFXrOKHq_3VZWIs_XQHDY8ZOS2UrocBvyXm8ejI");
        String kid =
                part(sandbox.pay(KAISLA, "exercise", 100).text(), 0).path("kid").asText();
        assertThat(kid)
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(published().getEncoded())));
    }

    @Test
    void theCustomerCannotSpendWhatIsNotThereOrWhereItIsNotTaken() {
        assertThatThrownBy(() -> sandbox.pay(KAISLA, "exercise", 40_001)).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> sandbox.pay(KAISLA, "lunch", 100)).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> sandbox.pay("ven_nowhere", "lunch", 100)).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> sandbox.pay(KAISLA, "exercise", 0)).isInstanceOf(NotPossible.class);
        sandbox.books().topUp("exercise", 1);
        assertThat(sandbox.pay(KAISLA, "exercise", 40_001).transaction()).isPresent();
    }

    @Test
    void specialReceiptsLeaveTheCustomersMoneyAlone() {
        for (Special kind : Special.values()) {
            sandbox.issue(kind, KAISLA, "exercise", 1000);
        }
        assertThat(sandbox.books().balances()).containsEntry("exercise", 40_000L);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "OTHER_VENUE",
                "OTHER_BENEFIT",
                "OLD",
                "ALREADY_REFUNDED",
                "CANCELLED",
                "PART_CARD",
                "UNKNOWN",
                "EXPIRED",
                "FUTURE",
                "NOT_PAID",
                "OTHER_CURRENCY",
                "NO_AMOUNT"
            })
    void whatIsWrongWithTheseIsNotTheSignature(Special kind) throws Exception {
        assertThat(holds(sandbox.issue(kind, KAISLA, "exercise", 1000).text())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "FORGED",
                "UNSIGNED",
                "WRONG_KEY",
                "OTHER_ALGORITHM",
                "SHARED_SECRET",
                "EMBEDDED_KEY",
                "CRITICAL_HEADER",
                "TRUNCATED",
                "WEB_LINK",
                "RUBBISH",
                "NUMBER_ONLY"
            })
    void theseDoNotVerify(Special kind) throws Exception {
        assertThat(holds(sandbox.issue(kind, KAISLA, "exercise", 1000).text())).isFalse();
    }

    @Test
    void eachSpecialReceiptDiffersInItsOneWay() throws Exception {
        assertThat(claims(Special.OTHER_VENUE).path("venue").asText()).isEqualTo("ven_Zc41uJm9EoQh7GtP");
        assertThat(claims(Special.OTHER_BENEFIT).path("benefit").asText()).isEqualTo("massage");
        assertThat(age(Special.OLD)).isEqualTo(Duration.ofDays(3));
        assertThat(age(Special.FUTURE)).isEqualTo(Duration.ofHours(-1));
        assertThat(claims(Special.EXPIRED).path("exp").asLong())
                .isEqualTo(clock.instant().getEpochSecond() - 3600);
        assertThat(claims(Special.PART_CARD).path("card_amount").asLong()).isEqualTo(500);
        assertThat(claims(Special.FORGED).path("amount").asLong()).isEqualTo(10_000);
        assertThat(claims(Special.NOT_PAID).path("status").asText()).isEqualTo("cancelled");
        assertThat(claims(Special.OTHER_CURRENCY).path("currency").asText()).isEqualTo("SEK");
        assertThat(claims(Special.NO_AMOUNT).path("amount").asLong(-1)).isZero();
        assertThat(header(Special.UNSIGNED).path("alg").asText()).isEqualTo("none");
        assertThat(header(Special.OTHER_ALGORITHM).path("alg").asText()).isEqualTo("ES256");
        assertThat(header(Special.SHARED_SECRET).path("alg").asText()).isEqualTo("HS256");
        assertThat(header(Special.EMBEDDED_KEY).has("jwk")).isTrue();
        assertThat(header(Special.CRITICAL_HEADER).has("crit")).isTrue();
        assertThat(issue(Special.IN_A_LINK).text()).startsWith("https://").contains("?jwt=eyJ");
        assertThat(issue(Special.NUMBER_ONLY).text()).matches("tx_[0-9A-Za-z]{16}");
        assertThat(issue(Special.WEB_LINK).text()).startsWith("https://example.org/");
        assertThat(issue(Special.RUBBISH).text()).hasSize(10_000);
        assertThat(issue(Special.RUBBISH).picture()).isEmpty();
    }

    @Test
    void theBooksKnowWhatTheSignatureCannotTell() {
        assertThat(state(Special.ALREADY_REFUNDED)).contains(Payment.State.REFUNDED);
        assertThat(state(Special.CANCELLED)).contains(Payment.State.CANCELLED);
        assertThat(state(Special.OLD)).contains(Payment.State.PAID);
        assertThat(state(Special.NUMBER_ONLY)).contains(Payment.State.PAID);
        assertThat(state(Special.UNKNOWN)).isEmpty();
    }

    @Test
    void troubleOfReceiptsIsSignedIntoThem() throws Exception {
        sandbox.troubles().set(Target.RECEIPT, new Trouble.WrongKey(), 1);
        sandbox.troubles().set(Target.RECEIPT, new Trouble.ClockSkew(600), 2);
        assertThat(holds(sandbox.pay(KAISLA, "exercise", 100).text())).isFalse();
        Receipt skewed = sandbox.pay(KAISLA, "exercise", 100);
        assertThat(holds(skewed.text())).isTrue();
        assertThat(part(skewed.text(), 1).path("iat").asLong())
                .isEqualTo(clock.instant().getEpochSecond() + 600);
        assertThat(sandbox.troubles().standing()).isEmpty();
    }

    @Test
    void noTextTellsWhatAReceiptSays() {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 100);
        Payment payment = sandbox.books().payment(receipt.id()).orElseThrow();
        assertThat(receipt + " " + payment + " " + sandbox.client())
                .doesNotContain("eyJ")
                .doesNotContain(sandbox.clientSecret());
    }

    private Receipt issue(Special kind) {
        return sandbox.issue(kind, KAISLA, "exercise", 1000);
    }

    private Optional<Payment.State> state(Special kind) {
        return sandbox.books().payment(issue(kind).transaction().orElseThrow()).map(Payment::state);
    }

    private JsonNode claims(Special kind) throws IOException {
        return part(issue(kind).text(), 1);
    }

    private JsonNode header(Special kind) throws IOException {
        return part(issue(kind).text(), 0);
    }

    private Duration age(Special kind) throws IOException {
        return Duration.between(Instant.ofEpochSecond(claims(kind).path("iat").asLong()), clock.instant());
    }

    private static JsonNode part(String text, int index) throws IOException {
        return Json.mapper().readTree(Base64.getUrlDecoder().decode(text.split("\\.")[index]));
    }

    private PublicKey published() throws Exception {
        String body = sandbox.publicKeyPem().replaceAll("-----[A-Z ]+-----", "");
        byte[] der = Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
    }

    private boolean holds(String text) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES512"));
        try {
            jws.setCompactSerialization(text);
            jws.setKey(published());
            return jws.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }
}
