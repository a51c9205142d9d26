package io.kassa.smartum.sandbox;

import io.kassa.smartum.sandbox.contract.Contract;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox is set up.
 *
 * @param port of the API; 0 lets the system choose
 * @param pagesPort of the phone, the panel and the control API; 0 lets the system choose
 * @param folder where books, keys and credentials are kept; without one they end with the process
 * @param tokenLifetime of access tokens
 * @param keyLifetime how long a refund's idempotency key is remembered
 */
public record Options(
        int port,
        int pagesPort,
        Optional<Path> folder,
        Contract contract,
        Clock clock,
        SecureRandom random,
        Duration tokenLifetime,
        Duration keyLifetime) {

    /** Ports of the system's choice, nothing kept, today's contract and time. */
    public static Options inMemory() {
        return new Options(
                0,
                0,
                Optional.empty(),
                Contract.standard(),
                Clock.systemUTC(),
                new SecureRandom(),
                Duration.ofHours(1),
                Duration.ofHours(24));
    }

    /** The same, kept in a folder. */
    public static Options in(Path folder) {
        return inMemory().withFolder(folder);
    }

    public Options withPorts(int api, int pages) {
        return new Options(api, pages, folder, contract, clock, random, tokenLifetime, keyLifetime);
    }

    public Options withFolder(Path kept) {
        return new Options(port, pagesPort, Optional.of(kept), contract, clock, random, tokenLifetime, keyLifetime);
    }

    public Options withContract(Contract other) {
        return new Options(port, pagesPort, folder, other, clock, random, tokenLifetime, keyLifetime);
    }

    public Options withClock(Clock other) {
        return new Options(port, pagesPort, folder, contract, other, random, tokenLifetime, keyLifetime);
    }

    public Options withTokenLifetime(Duration lifetime) {
        return new Options(port, pagesPort, folder, contract, clock, random, lifetime, keyLifetime);
    }
}
