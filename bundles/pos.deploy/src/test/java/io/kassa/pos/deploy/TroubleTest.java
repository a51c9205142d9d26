package io.kassa.pos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.deploy.Deployments.Outcome;
import io.kassa.pos.deploy.HistoryEntry.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.Configuration;

/** What fails around a deployment: the disk, the trust list, the order of starting, a version that does not want to go. */
class TroubleTest {

    private static Signer partner;

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeAll
    static void certificate() throws Exception {
        partner = Signer.named("Partner", "-1d", 30);
    }

    @BeforeEach
    void open() throws Exception {
        shop = new Shop(folder, "1.0.0", partner);
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void aTrustListThatCannotBeReadIsSaidInWordsAndTrustsNobody() throws Exception {
        Files.writeString(
                folder.resolve("trust.pem"), "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");

        assertThat(reason(shop.deploy(good("1.1.0")))).isEqualTo("trust-list-broken");
        assertThat(shop.serving()).containsExactly("1.0.0");
    }

    @Test
    void aStreamThatBreaksOffIsSaidInWords() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is gone");
            }
        };

        assertThat(reason(shop.desk.deploy(broken, "new.jar", "admin"))).isEqualTo("store-fault");
        assertThat(shop.desk.history().get(0).event()).isEqualTo(Event.REFUSED);
    }

    @Test
    void whenTheHistoryCannotBeWrittenNothingChanges() throws Exception {
        Files.createDirectory(folder.resolve("deploy/history"));

        assertThat(reason(shop.deploy(good("1.1.0")))).isEqualTo("store-fault");
        assertThat(shop.serving()).containsExactly("1.0.0");
        assertThat(shop.installed()).isEqualTo(1);
    }

    @Test
    void whenSettingsCannotBeKeptNothingChanges() throws Exception {
        configure("ven_1");
        Files.createDirectories(folder.resolve("deploy/artefacts/with-the-till.settings/full"));

        assertThat(reason(shop.deploy(good("1.1.0")))).isEqualTo("store-fault");
        assertThat(shop.serving()).containsExactly("1.0.0");
        assertThat(shop.installed()).isEqualTo(1);
    }

    @Test
    void aVersionThatComplainsAboutItsEndEndsNevertheless() throws Exception {
        shop.deploy(partner.sign(Jars.sample("1.1.0", "clings")));

        assertThat(shop.deploy(good("1.2.0"))).isInstanceOf(Outcome.Runs.class);
        assertThat(shop.serving()).containsExactly("1.2.0");
        assertThat(shop.installed()).isEqualTo(2);
    }

    @Test
    void aSickVersionCanBeReplaced() throws Exception {
        shop.close();
        shop = new Shop(folder, Jars.sample("1.0.0", "breaks"), partner);

        assertThat(shop.deploy(good("1.1.0"))).isInstanceOf(Outcome.Runs.class);
        assertThat(shop.serving()).containsExactly("1.1.0");
    }

    @Test
    void aPlugInThatDidNotComeWithTheTillIsDeployedAndReturnsAfterARestart() throws Exception {
        shop.close();
        shop = new Shop(folder, Optional.empty(), partner);
        assertThat(shop.deploy(good("1.1.0"))).isInstanceOf(Outcome.Runs.class);
        assertThat(shop.desk.running())
                .singleElement()
                .satisfies(running -> assertThat(running.previous()).isEmpty());
        shop.close();

        shop = new Shop(folder, Optional.empty(), partner);

        assertThat(shop.serving()).containsExactly("1.1.0");
    }

    @Test
    void whatCameWithTheTillMayStartLater() throws Exception {
        shop.deploy(good("1.1.0"));
        shop.close();
        shop = new Shop(folder, Optional.empty(), partner);
        assertThat(shop.serving()).containsExactly("1.1.0");

        shop.start(Jars.sample("1.0.0", "good"));
        shop.desk.resume();

        assertThat(shop.serving()).containsExactly("1.1.0");
    }

    @Test
    void aProviderThatIsDownWhileTheTillStartsIsNoFaultOfWhatWasDeployed() throws Exception {
        shop.close();
        shop = new Shop(folder, Jars.sample("1.0.0", "offline"), partner);
        shop.deploy(partner.sign(Jars.sample("1.1.0", "offline")));
        shop.close();

        shop = new Shop(folder, Jars.sample("1.0.0", "good"), partner);

        assertThat(shop.serving()).containsExactly("1.1.0");
    }

    @Test
    void goingBackHoldsOverARestartAlsoFromWhatANewerTillBrought() throws Exception {
        shop.deploy(good("1.1.0"));
        shop.close();
        shop = new Shop(folder, "1.2.0", partner);
        assertThat(shop.desk.rollBack(Jars.PLUG_IN, "admin")).isEqualTo(new Outcome.Runs(Jars.PLUG_IN, "1.1.0"));
        shop.close();

        shop = new Shop(folder, "1.2.0", partner);

        assertThat(shop.serving()).containsExactly("1.1.0");
    }

    @Test
    void aKeptFileThatWasChangedDoesNotStartAgain() throws Exception {
        shop.deploy(good("1.1.0"));
        String fingerprint = shop.desk.running().get(0).fingerprint();
        shop.close();
        Files.writeString(folder.resolve("deploy/artefacts/" + fingerprint + ".jar"), "other");

        shop = new Shop(folder, "1.0.0", partner);

        assertThat(shop.serving()).containsExactly("1.0.0");
        assertThat(shop.desk.history().get(0).event()).isEqualTo(Event.PUT_BACK);
        assertThat(shop.desk.history().get(0).why())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("kept-file-changed"));
    }

    @Test
    void aDeletedConfigurationReturnsAsOneOfItsFactory() throws Exception {
        configure("ven_before");
        shop.deploy(good("1.1.0"));
        configure("ven_after").delete();

        assertThat(shop.desk.rollBack(Jars.PLUG_IN, "admin")).isInstanceOf(Outcome.Runs.class);
        Configuration[] found = shop.admin.listConfigurations("(service.factoryPid=sample)");
        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.getProperties().get("venue")).isEqualTo("ven_before"));
    }

    @Test
    void whenGoingBackFailsTheSettingsStayAsTheyAre() throws Exception {
        shop.close();
        shop = new Shop(folder, Jars.sample("1.0.0", "sick"), partner);
        Configuration configuration = configure("ven_before");
        shop.deploy(good("1.1.0"));
        configuration.update(new Hashtable<>(Map.of("venue", "ven_after")));

        assertThat(reason(shop.desk.rollBack(Jars.PLUG_IN, "admin"))).isEqualTo("unhealthy");
        assertThat(configuration.getProperties().get("venue")).isEqualTo("ven_after");
        assertThat(shop.serving()).containsExactly("1.1.0");
        assertThat(shop.desk.running()).extracting(Deployed::version).containsExactly("1.1.0");
    }

    @Test
    void anUploadThatStallsHoldsUpNobody() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stalled = new CountDownLatch(1);
        InputStream slow = new InputStream() {
            @Override
            public int read() throws IOException {
                asked.countDown();
                try {
                    stalled.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return -1;
            }
        };
        CompletableFuture<Outcome> upload =
                CompletableFuture.supplyAsync(() -> shop.desk.deploy(slow, "slow.jar", "admin"));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        Path next = good("1.1.0");
        assertThat(CompletableFuture.supplyAsync(() -> deployed(next)).get(15, TimeUnit.SECONDS))
                .isInstanceOf(Outcome.Runs.class);
        assertThat(upload.isDone()).isFalse();

        stalled.countDown();
        assertThat(reason(upload.get(20, TimeUnit.SECONDS))).isEqualTo("not-a-jar");
    }

    @Test
    void twoAtOnceWaitForEachOther() throws Exception {
        Path one = good("1.1.0");
        Path two = good("1.2.0");
        CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(() -> deployed(one));
        CompletableFuture<Outcome> second = CompletableFuture.supplyAsync(() -> deployed(two));
        List<Outcome> outcomes = List.of(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS));

        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Runs.class);
        assertThat(shop.serving()).containsExactly("1.2.0");
        assertThat(shop.desk.history().get(0).event()).isNotEqualTo(Event.SWITCHING);
    }

    @Test
    void howADeploymentEndedIsWrittenBeforeTheNextOneBegins() throws Exception {
        assertThat(reason(shop.deploy(good("0.9.0")))).isEqualTo("downgrade");
        assertThat(reason(shop.deploy(partner.sign(Jars.sample("1.1.0", "sick")))))
                .isEqualTo("unhealthy");

        assertThat(shop.told).extracting(HistoryEntry::event).contains(Event.REFUSED, Event.PUT_BACK);
        assertThat(shop.toldInTurn).containsExactlyElementsOf(shop.told);
    }

    @Test
    void whatIsStartedByHandOfTheOldVersionDoesNotStay() throws Exception {
        shop.deploy(good("1.1.0"));
        for (Bundle bundle : shop.framework.getBundleContext().getBundles()) {
            if (Jars.PLUG_IN.equals(bundle.getSymbolicName()) && bundle.getState() != Bundle.ACTIVE) {
                bundle.start();
            }
        }
        assertThat(shop.serving()).hasSize(2);

        shop.desk.resume();

        assertThat(shop.serving()).containsExactly("1.1.0");
    }

    private Outcome deployed(Path jar) {
        try {
            return shop.deploy(jar);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path good(String version) throws Exception {
        return partner.sign(Jars.sample(version, "good"));
    }

    private static String reason(Outcome outcome) {
        return ((Outcome.Refused) outcome).guidance().reason();
    }

    private Configuration configure(String venue) throws Exception {
        Configuration configuration = shop.admin.getFactoryConfiguration("sample", "one", "?");
        configuration.update(new Hashtable<>(Map.of("venue", venue)));
        return configuration;
    }
}
