package io.kassa.smartum.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A point of sale that talks to the API without any caution. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Sandbox sandbox;
    private final Contract contract;

    Client(Sandbox sandbox, Contract contract) {
        this.sandbox = sandbox;
        this.contract = contract;
    }

    Client(Sandbox sandbox) {
        this(sandbox, Contract.standard());
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String code() {
            return body.at("/errors/0/code").asText();
        }
    }

    String token() throws IOException, InterruptedException {
        return token(sandbox.clientId(), sandbox.clientSecret())
                .body()
                .path(contract.word(Term.TOKEN_VALUE))
                .asText();
    }

    Answer token(String id, String secret) throws IOException, InterruptedException {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(to(Term.PATH_TOKEN, "")
                .header("Authorization", "Basic " + pair)
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    }

    Answer venues() throws IOException, InterruptedException {
        return send(to(Term.PATH_VENUES, "").GET());
    }

    Answer lookUp(String token, String transaction) throws IOException, InterruptedException {
        return send(to(Term.PATH_TRANSACTION, transaction)
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    Answer lookUp(String transaction) throws IOException, InterruptedException {
        return lookUp(token(), transaction);
    }

    Answer refund(String transaction, long cents, String key) throws IOException, InterruptedException {
        String body = "{\"" + contract.word(Term.REFUND_AMOUNT) + "\":" + cents + "}";
        return refund(token(), transaction, body, key);
    }

    Answer refund(String token, String transaction, String body, String key) throws IOException, InterruptedException {
        return send(to(Term.PATH_REFUNDS, transaction)
                .header("Authorization", "Bearer " + token)
                .header(contract.word(Term.HEADER_IDEMPOTENCY_KEY), key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder to(Term path, String transaction) {
        return HttpRequest.newBuilder(
                        URI.create(sandbox.root() + contract.word(path).replace("{tx}", transaction)))
                .timeout(Duration.ofSeconds(5));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("content-type").orElse("").startsWith("application/json");
        return new Answer(response.statusCode(), Json.mapper().readTree(json ? response.body() : "null"), response);
    }
}
