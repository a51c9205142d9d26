package io.kassa.smartum.sandbox;

import static io.kassa.smartum.sandbox.Sandbox.KAISLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.smartum.sandbox.books.RefundWindow;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.receipt.Special;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurableBooksTest {
    @TempDir
    Path folder;

    @Test
    void everythingIsThereAfterARestart() throws Exception {
        Receipt receipt;
        Receipt cancelled;
        String pem;
        String secret;
        try (Sandbox first = Sandbox.start(Options.in(folder))) {
            pem = first.publicKeyPem();
            secret = first.clientSecret();
            receipt = first.pay(KAISLA, "exercise", 1000);
            cancelled = first.issue(Special.CANCELLED, KAISLA, "exercise", 700);
            first.books().topUp("massage", 500);
            new Client(first).refund(receipt.id(), 300, "key");
            first.books().window(RefundWindow.ALWAYS);
        }
        try (Sandbox second = Sandbox.start(Options.in(folder))) {
            assertThat(second.publicKeyPem()).isEqualTo(pem);
            assertThat(second.clientSecret()).isEqualTo(secret);
            assertThat(second.books().balances())
                    .containsEntry("exercise", 39_300L)
                    .containsEntry("massage", 20_500L);
            assertThat(second.books().window()).isEqualTo(RefundWindow.ALWAYS);
            assertThat(second.books().payment(receipt.id()).orElseThrow().receipt())
                    .isEqualTo(receipt.text());
            assertThat(second.books().payment(cancelled.id()).orElseThrow().cancelled())
                    .isTrue();
            assertThat(new Client(second).refund(receipt.id(), 300, "key").status())
                    .isEqualTo(201);
            assertThat(new Client(second).refund(receipt.id(), 301, "key").status())
                    .isEqualTo(409);
            assertThat(second.books().payment(receipt.id()).orElseThrow().refundedCents())
                    .isEqualTo(300);
        }
    }

    @Test
    void aLineThatACrashLeftUnfinishedIsForgotten() throws Exception {
        try (Sandbox first = Sandbox.start(Options.in(folder))) {
            first.pay(KAISLA, "exercise", 1000);
        }
        Files.writeString(folder.resolve("books.jsonl"), "{\"event\":\"topped-up\",\"ben", StandardOpenOption.APPEND);
        try (Sandbox second = Sandbox.start(Options.in(folder))) {
            second.pay(KAISLA, "exercise", 500);
        }
        try (Sandbox third = Sandbox.start(Options.in(folder))) {
            assertThat(third.books().payments()).hasSize(2);
            assertThat(third.books().balances()).containsEntry("exercise", 38_500L);
        }
    }

    @Test
    void aFolderIsOneSandboxsOwn() {
        try (Sandbox first = Sandbox.start(Options.in(folder))) {
            assertThat(first.books().payments()).isEmpty();
            assertThatThrownBy(() -> Sandbox.start(Options.in(folder))).hasMessageContaining("another sandbox");
        }
    }

    @Test
    void aPortInUseIsSaidAndLeavesTheFolderFree() {
        try (Sandbox first = Sandbox.start(Options.inMemory())) {
            int taken = first.root().getPort();
            assertThatThrownBy(() -> Sandbox.start(Options.in(folder).withPorts(taken, 0)))
                    .hasMessageContaining("port " + taken);
        }
        Sandbox.start(Options.in(folder)).close();
    }

    @Test
    void theSecretsAreForThisUserOnly() throws Exception {
        Sandbox.start(Options.in(folder)).close();
        assertThat(Files.getPosixFilePermissions(folder.resolve("founding.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
