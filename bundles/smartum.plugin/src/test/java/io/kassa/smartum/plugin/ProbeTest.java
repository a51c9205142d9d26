package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {
    private final SandboxBench bench = new SandboxBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatWorksIsToldTestByTest() {
        assertThat(run())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "reachable", "OK test.reachable",
                        "tls", "WARNING test.tls-none",
                        "token", "OK test.token",
                        "venue", "OK test.venue",
                        "key", "OK test.key",
                        "clock", "OK test.clock",
                        "contract", "OK test.contract-shipped"));
        assertThat(bench.sandbox.calls()).extracting(call -> call.target()).containsOnly(Target.VENUES, Target.TOKEN);
    }

    @Test
    void aProviderThatIsAwayIsToldOnceAndTheRestIsSkipped() {
        bench.sandbox.troubles().set(Target.ALL, new Trouble.Refuse());
        assertThat(run())
                .containsEntry("reachable", "ERROR test.unreachable.refused")
                .containsEntry("token", "ERROR test.token-none")
                .containsEntry("venue", "SKIPPED test.skipped")
                .containsEntry("clock", "SKIPPED test.skipped")
                .containsEntry("key", "OK test.key");
    }

    @Test
    void aGuestNetworkIsNotTakenForTheProvider() {
        bench.sandbox.troubles().set(Target.ALL, new Trouble.Html());
        assertThat(run()).containsEntry("reachable", "ERROR test.unreachable.something-else");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aProviderInTroubleIsNotTakenForAGuestNetwork(int status) {
        bench.sandbox.troubles().set(Target.ALL, new Trouble.Status(status, 0));
        assertThat(run()).containsEntry("reachable", "ERROR test.unreachable.busy");
    }

    @Test
    void wrongCredentialsAreToldApartFromAProviderThatIsAway() {
        bench.configured.put("smartumClientId", "somebody");
        assertThat(run())
                .containsEntry("reachable", "OK test.reachable")
                .containsEntry("token", "ERROR test.token-refused");
    }

    @Test
    void twoKeysAreNotCalledOne() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp521r1"));
        String next = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        bench.configured.put(
                "smartumApiPublicKey",
                bench.sandbox.publicKeyPem() + "\n-----BEGIN PUBLIC KEY-----\n" + next
                        + "\n-----END PUBLIC KEY-----\n");
        assertThat(run()).containsEntry("key", "OK test.keys");
    }

    @Test
    void anUnlistedVenueIsAWarning() {
        bench.configured.put("smartumVenueId", "ven_AAAAAAAAAAAAAAAA");
        assertThat(run()).containsEntry("venue", "WARNING test.venue-not-listed");
    }

    @Test
    void aClockThatIsOffIsFound() {
        bench.sandbox.troubles().set(Target.VENUES, new Trouble.ClockSkew(-3600));
        assertThat(run()).containsEntry("clock", "ERROR test.clock-off");
    }

    @Test
    void aCertificateThatThisMachineTrustsIsGood(@TempDir Path folder) throws Exception {
        SSLContext before = SSLContext.getDefault();
        try (TlsFront front = new TlsFront(folder, bench.sandbox.root())) {
            SSLContext.setDefault(front.trusting());
            bench.configured.put("smartumUrl", front.root().toString());
            assertThat(run())
                    .containsEntry("tls", "OK test.tls")
                    .containsEntry("reachable", "OK test.reachable")
                    .containsEntry("token", "OK test.token");
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNamedAndToldNoSecret(@TempDir Path folder) throws Exception {
        try (TlsFront front = new TlsFront(folder, bench.sandbox.root())) {
            bench.configured.put("smartumUrl", front.root().toString());
            assertThat(run())
                    .containsEntry("tls", "ERROR test.tls-failed")
                    .containsEntry("reachable", "ERROR test.unreachable.something-else")
                    .containsEntry("token", "ERROR test.token-none");
        }
        assertThat(bench.sandbox.calls()).isEmpty();
    }

    private Map<String, String> run() {
        return bench.selfTest().orElseThrow().run().stream()
                .peek(finding -> assertThat(finding.advice().isPresent()).isEqualTo(finding.severity() != Severity.OK))
                .collect(Collectors.toMap(
                        Finding::subject,
                        finding -> finding.severity() + " " + finding.result().code()));
    }
}
