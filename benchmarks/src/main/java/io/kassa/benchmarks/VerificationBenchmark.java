package io.kassa.benchmarks;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.PublicKeys;
import io.kassa.smartum.core.receipt.Reading;
import io.kassa.smartum.core.receipt.ReceiptReader;
import io.kassa.smartum.core.receipt.ReceiptRules;
import io.kassa.smartum.sandbox.Options;
import io.kassa.smartum.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a receipt, all checks included, against the bare signature check of the Java platform. Goal: at most 1.05. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(2)
public class VerificationBenchmark {

    private ReceiptReader reader;
    private String token;
    private PublicKey key;
    private byte[] signed;
    private byte[] signature;
    private Instant now;

    @Setup
    public void issueAReceipt() throws GeneralSecurityException {
        String pem;
        try (Sandbox sandbox = Sandbox.start(Options.inMemory())) {
            pem = sandbox.publicKeyPem();
            token = sandbox.pay(Sandbox.KAISLA, "exercise", 1000).text();
        }
        now = Instant.now();
        reader = new ReceiptReader(
                Contract.shipped(),
                PublicKeys.parse(pem).keys(),
                new ReceiptRules(Sandbox.KAISLA, "exercise", 100_000, Duration.ofDays(7)));
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
        key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        int dot = token.lastIndexOf('.');
        signed = token.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
        signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    }

    @Benchmark
    public boolean javaPlatformAlone() throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA512withECDSAinP1363Format");
        check.initVerify(key);
        check.update(signed);
        return check.verify(signature);
    }

    @Benchmark
    public Reading receiptReader() {
        return reader.read(token, now);
    }
}
