package io.kassa.smartum.sandbox;

import static io.kassa.smartum.sandbox.Sandbox.KAISLA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.books.RefundWindow;
import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.receipt.Special;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ApiTest {
    private static final String OTHERS = "ven_Zc41uJm9EoQh7GtP";

    private final MovableClock clock = new MovableClock("2026-03-10T12:00:00Z");
    private final Sandbox sandbox = Sandbox.start(Options.inMemory().withClock(clock));
    private final Client client = new Client(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aTokenIsForThoseWhoKnowTheSecret() throws Exception {
        Client.Answer answer = client.token(sandbox.clientId(), sandbox.clientSecret());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.body().path("expires_in").asInt()).isEqualTo(3600);
        Client.Answer wrong = client.token(sandbox.clientId(), "guess");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body().path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void aTokenEnds() throws Exception {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        String token = client.token();
        assertThat(client.lookUp(token, receipt.id()).status()).isEqualTo(200);
        clock.move(Duration.ofHours(1));
        assertThat(client.lookUp(token, receipt.id()).status()).isEqualTo(401);
        assertThat(client.lookUp("made-up", receipt.id()).code()).isEqualTo("unauthorized");
    }

    @Test
    void venuesNeedNoToken() throws Exception {
        JsonNode venues = client.venues().body().path("data");
        assertThat(venues.findValuesAsText("id")).contains(KAISLA, OTHERS);
        assertThat(venues.findValuesAsText("name")).contains("Kuntokeskus Kaisla");
    }

    @Test
    void aLookUpTellsWhatWasPaid() throws Exception {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1050);
        JsonNode data = client.lookUp(receipt.id()).body().path("data");
        assertThat(data.path("id").asText()).isEqualTo(receipt.id()).matches("tx_[0-9A-Za-z]{16}");
        assertThat(data.path("venue").asText()).isEqualTo(KAISLA);
        assertThat(data.path("amount").asLong()).isEqualTo(1050);
        assertThat(data.path("benefit").asText()).isEqualTo("exercise");
        assertThat(data.path("status").asText()).isEqualTo("paid");
        assertThat(data.path("refunded").asLong()).isZero();
        assertThat(data.path("created_at").asText()).isEqualTo("2026-03-10T12:00:00Z");
    }

    @Test
    void aLookUpOfNothingSaysSo() throws Exception {
        Client.Answer answer = client.lookUp("tx_0000000000000000");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_transaction");
    }

    @Test
    void aRefundRaisesTheBalanceAndShowsInTheLookUp() throws Exception {
        long before = sandbox.books().balances().get("exercise");
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        Client.Answer part = client.refund(receipt.id(), 400, "key-1");
        assertThat(part.status()).isEqualTo(201);
        assertThat(part.body().at("/data/transaction").asText()).isEqualTo(receipt.id());
        assertThat(part.body().at("/data/amount").asLong()).isEqualTo(400);
        assertThat(client.lookUp(receipt.id()).body().at("/data/status").asText())
                .isEqualTo("paid");
        client.refund(receipt.id(), 600, "key-2");
        JsonNode data = client.lookUp(receipt.id()).body().path("data");
        assertThat(data.path("status").asText()).isEqualTo("refunded");
        assertThat(data.path("refunded").asLong()).isEqualTo(1000);
        assertThat(sandbox.books().balances().get("exercise")).isEqualTo(before);
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndMovesMoneyOnce() throws Exception {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        Client.Answer first = client.refund(receipt.id(), 400, "key");
        Client.Answer again = client.refund(receipt.id(), 400, "key");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sandbox.books().payment(receipt.id()).orElseThrow().refundedCents())
                .isEqualTo(400);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() throws Exception {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        client.refund(receipt.id(), 400, "key");
        Client.Answer other = client.refund(receipt.id(), 401, "key");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("idempotency_conflict");
    }

    @Test
    void aRefusalIsRememberedUnderItsKeyToo() throws Exception {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        assertThat(client.refund(receipt.id(), 1001, "key").code()).isEqualTo("amount_exceeds_payment");
        assertThat(client.refund(receipt.id(), 1001, "key").status()).isEqualTo(422);
        assertThat(client.refund(receipt.id(), 1000, "key").code()).isEqualTo("idempotency_conflict");
    }

    @Test
    void aKeyIsForgottenAfterADay() throws Exception {
        sandbox.books().window(RefundWindow.ALWAYS);
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        client.refund(receipt.id(), 400, "key");
        clock.move(Duration.ofHours(25));
        client.refund(receipt.id(), 400, "key");
        assertThat(sandbox.books().payment(receipt.id()).orElseThrow().refundedCents())
                .isEqualTo(800);
    }

    @Test
    void refundsThatCannotBeAreRefusedByName() throws Exception {
        Receipt others = sandbox.pay(OTHERS, "exercise", 1000);
        Receipt gone = sandbox.issue(Special.ALREADY_REFUNDED, KAISLA, "exercise", 1000);
        Receipt cancelled = sandbox.issue(Special.CANCELLED, KAISLA, "exercise", 1000);
        Receipt old = sandbox.issue(Special.OLD, KAISLA, "exercise", 1000);
        assertThat(client.refund("tx_0000000000000000", 100, "1").code()).isEqualTo("unknown_transaction");
        assertThat(client.refund(others.id(), 100, "2").code()).isEqualTo("wrong_venue");
        assertThat(client.refund(gone.id(), 100, "3").code()).isEqualTo("already_refunded");
        assertThat(client.refund(cancelled.id(), 100, "4").code()).isEqualTo("already_refunded");
        assertThat(client.refund(old.id(), 100, "5").code()).isEqualTo("refund_window_closed");
        assertThat(client.refund(old.id(), 100, "5").status()).isEqualTo(422);
    }

    @Test
    void theRefundWindowEndsAtMidnightInHelsinki() throws Exception {
        clock.move(Duration.ofHours(9).plusMinutes(59)); // 23:59 in Helsinki, 21:59 UTC
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        assertThat(client.refund(receipt.id(), 100, "1").status()).isEqualTo(201);
        clock.move(Duration.ofMinutes(1));
        assertThat(client.refund(receipt.id(), 100, "2").code()).isEqualTo("refund_window_closed");
        sandbox.books().window(RefundWindow.ALWAYS);
        assertThat(client.refund(receipt.id(), 100, "3").status()).isEqualTo(201);
    }

    @Test
    void aRefundWithoutKeyOrWithAnAmountThatIsNoneIsNotUnderstood() throws Exception {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        String token = client.token();
        for (String body : new String[] {
            "", "{}", "[]", "{\"amount\":0}", "{\"amount\":-1}", "{\"amount\":\"5\"}", "{\"amount\":5.5}"
        }) {
            assertThat(client.refund(token, receipt.id(), body, "k").status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(client.refund(token, receipt.id(), "{\"amount\":5}", " ").status())
                .isEqualTo(400);
        assertThat(client.refund("", receipt.id(), "{\"amount\":5}", "k").status())
                .isEqualTo(401);
    }

    @Test
    void everythingWorksWithAContractInWhichEveryNameDiffers() throws Exception {
        Contract renamed = Contract.renamed();
        for (Term term : Term.values()) {
            assertThat(renamed.word(term)).isNotEqualTo(Contract.standard().word(term));
        }
        try (Sandbox other = Sandbox.start(Options.inMemory().withContract(renamed))) {
            Client speaking = new Client(other, renamed);
            Receipt receipt = other.pay(KAISLA, "exercise", 1000);
            assertThat(receipt.id()).startsWith("pay-");
            assertThat(speaking.refund(receipt.id(), 1000, "key").status()).isEqualTo(201);
            JsonNode found = speaking.lookUp(receipt.id()).body().path("result");
            assertThat(found.path("state").asText()).isEqualTo("returned");
            assertThat(found.path("cents").asLong()).isEqualTo(1000);
            assertThat(new Client(other).venues().status()).isEqualTo(404);
        }
    }

    @Test
    void whatTheApiSawIsThereToCount() throws Exception {
        Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
        client.refund(receipt.id(), 1000, "key-7");
        assertThat(sandbox.calls())
                .extracting(call -> call.target() + " " + call.status() + " " + call.key())
                .containsExactly("TOKEN 200 ", "REFUND 201 key-7");
    }
}
