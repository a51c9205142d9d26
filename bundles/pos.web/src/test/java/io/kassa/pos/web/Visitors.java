package io.kassa.pos.web;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.web.Description.Operation;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Everybody who may come to a till, and what they send to its endpoints. */
final class Visitors {

    private final TillServer till;
    private final Description description = new Description();

    Visitors(TillServer till) throws IOException {
        this.till = till;
        till.host.answer("password", arguments -> new Result.Ok<>(new Actor("Anna", Role.ADMIN, true)));
        till.host.answer("pin", arguments -> new Result.Ok<>(new Actor("Aino", Role.CASHIER, true)));
    }

    /** A cashier stands at register 1. */
    Browser of(String who) {
        Browser browser = till.browser();
        return switch (who) {
            case "admin" -> browser.asAdmin();
            case "cashier" -> browser.asPairedCashier("1");
            case "paired browser" -> {
                Browser cashier = browser.asPairedCashier("1");
                cashier.csrf = Browser.json(cashier.send("DELETE", "/api/session", ""))
                        .path("csrf")
                        .asText();
                yield cashier;
            }
            default -> browser.opens();
        };
    }

    HttpResponse<String> send(Browser browser, Operation operation) {
        return send(browser, operation, operation.example("1"));
    }

    /** What the description says that the operation takes, sent to that address. */
    HttpResponse<String> send(Browser browser, Operation operation, String address) {
        if (operation.takesPicture()) {
            return browser.send(browser.writing(address)
                    .header("Content-Type", "application/octet-stream")
                    .header("X-Width", "100")
                    .header("X-Height", "100")
                    .POST(BodyPublishers.ofByteArray(new byte[10_000])));
        }
        if (operation.takesArchive()) {
            return browser.sendBytes(address, "application/java-archive", new byte[10_000]);
        }
        String body = operation.input().isMissingNode()
                ? ""
                : Bodies.of(description, operation.input()).toString();
        return operation.method().equals("GET")
                ? browser.get(address)
                : browser.send(operation.method(), address, body);
    }
}
