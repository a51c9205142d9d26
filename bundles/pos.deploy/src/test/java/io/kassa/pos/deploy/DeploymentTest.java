package io.kassa.pos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.deploy.Deployments.Outcome;
import io.kassa.pos.deploy.HistoryEntry.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.service.cm.Configuration;

class DeploymentTest {

    private static Signer partner;
    private static Signer stranger;
    private static Signer expired;
    private static Signer early;

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeAll
    static void certificates() throws Exception {
        partner = Signer.named("Partner", "-1d", 30);
        stranger = Signer.named("Stranger", "-1d", 30);
        expired = Signer.named("Partner of old", "-30d", 10);
        early = Signer.named("Partner to be", "+10d", 30);
    }

    @BeforeEach
    void open() throws Exception {
        shop = new Shop(folder, "1.0.0", partner, expired, early);
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void aNewVersionTakesOverAndTheHistorySaysWhoDidIt() throws Exception {
        assertThat(shop.deploy(partner.sign(Jars.sample("1.1.0", "good"))))
                .isEqualTo(new Outcome.Runs(Jars.PLUG_IN, "1.1.0"));

        assertThat(shop.serving()).containsExactly("1.1.0");
        assertThat(shop.desk.running()).singleElement().satisfies(running -> {
            assertThat(running.version()).isEqualTo("1.1.0");
            assertThat(running.by()).isEqualTo("partner");
            assertThat(running.previous()).contains("1.0.0");
        });
        assertThat(shop.desk.history()).extracting(HistoryEntry::event).startsWith(Event.RUNS, Event.SWITCHING);
    }

    interface Making {
        Path jar() throws Exception;
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row("unsigned", () -> Jars.sample("1.1.0", "good")),
                row("untrusted-signer", () -> stranger.sign(Jars.sample("1.1.0", "good"))),
                row("expired", () -> expired.sign(Jars.sample("1.1.0", "good"))),
                row("not-yet-valid", () -> early.sign(Jars.sample("1.1.0", "good"))),
                row("altered", () -> Jars.altering(partner.sign(Jars.sample("1.1.0", "good")))),
                row("altered", () -> Jars.removing(partner.sign(Jars.sample("1.1.0", "good")))),
                row("added-to", () -> Jars.adding(partner.sign(Jars.sample("1.1.0", "good")), "evil.txt", "x")),
                row(
                        "added-to",
                        () -> Jars.adding(partner.sign(Jars.sample("1.1.0", "good")), "META-INF/services/x", "y")),
                row(
                        "unsafe-name",
                        () -> Jars.adding(partner.sign(Jars.sample("1.1.0", "good")), "../outside.txt", "x")),
                row(
                        "duplicate-entry",
                        () -> Jars.adding(
                                partner.sign(Jars.sample("1.1.0", "good")),
                                "meta-inf/manifest.mf",
                                "Bundle-Version: 9")),
                row("not-a-jar", () -> Jars.cutting(partner.sign(Jars.sample("1.1.0", "good")))),
                row("not-a-jar", () -> Files.writeString(Scratch.file("text"), "hello")),
                row("downgrade", () -> partner.sign(Jars.sample("0.9.0", "good"))),
                row("same-version-other-content", () -> partner.sign(Jars.sample("1.0.0", "sick"))),
                row(
                        "newer-contract",
                        () -> partner.sign(Jars.sample(
                                "1.1.0", Map.of("Import-Package", "io.kassa.pos.spi.payment;version='[1.9,2)',*")))),
                row(
                        "missing-import",
                        () -> partner.sign(Jars.sample("1.1.0", Map.of("Import-Package", "nowhere.to.be.found,*")))),
                row(
                        "not-a-plug-in",
                        () -> partner.sign(Jars.sample("1.1.0", Map.of("Fragment-Host", "system.bundle")))),
                row(
                        "not-hot-deployable",
                        () -> partner.sign(Jars.sample(
                                "1.1.0",
                                Map.of("Export-Package", "io.kassa.pos.deploy.sample", "Private-Package", "")))),
                row("does-not-start", () -> partner.sign(Jars.sample("1.1.0", "throws"))),
                row("does-not-start", () -> partner.sign(Jars.sample("1.1.0", "silent"))),
                row(
                        "not-hot-deployable",
                        () -> partner.sign(Jars.sample("1.1.0", Map.of("Import-Package", "io.kassa.pos.host.x,*")))),
                row("altered", () -> Jars.renumbering(partner.sign(Jars.sample("1.1.0", "good")))),
                row("too-large", () -> Files.write(Path.of("target/too-large.jar"), new byte[(32 << 20) + 1])),
                row("unhealthy", () -> partner.sign(Jars.sample("1.1.0", "breaks"))),
                row("unhealthy", () -> partner.sign(Jars.sample("1.1.0", "sick"))));
    }

    private static Arguments row(String reason, Making making) {
        return Arguments.of(reason, making);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String reason, Making making) throws Exception {
        Outcome outcome = shop.deploy(making.jar());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.guidance().reason()).isEqualTo(reason);
            assertThat(refused.guidance().happened().texts()).containsOnlyKeys("en", "fi", "sv");
        });
        assertThat(shop.serving()).containsExactly("1.0.0");
        assertThat(shop.installed()).isEqualTo(1);
        assertThat(shop.desk.history().get(0).why()).isPresent();
        assertThat(shop.told).isEqualTo(oldestFirst(shop.desk.history()));
        try (Stream<Path> left = Files.list(folder.resolve("deploy/incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatRanBeforeIsToldAlsoAfterARestart() throws Exception {
        shop.deploy(partner.sign(Jars.sample("1.1.0", "good")));
        HistoryEntry ran = shop.desk.history().get(0);
        shop.close();
        shop = new Shop(folder, "1.0.0", partner);

        shop.deploy(partner.sign(Jars.sample("1.2.0", "good")));

        HistoryEntry runs = shop.desk.history().get(0);
        assertThat(runs.version()).isEqualTo("1.2.0");
        assertThat(shop.ranBefore.get(runs)).isEqualTo(ran);
    }

    private static List<HistoryEntry> oldestFirst(List<HistoryEntry> newestFirst) {
        List<HistoryEntry> turned = new ArrayList<>(newestFirst);
        Collections.reverse(turned);
        return turned;
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        assertThat(happened(Map.of("Import-Package", "nowhere.to.be.found,*"))).contains("nowhere.to.be.found");
        assertThat(happened(Map.of("Require-Capability", "moon;filter:='(phase=full)'")))
                .contains("moon")
                .contains("phase=full");
        assertThat(happened(Map.of("Import-Package", "io.kassa.pos.spi.payment;version='[1.9,2)',*")))
                .contains("1.9");
    }

    private String happened(Map<String, String> headers) throws Exception {
        Outcome outcome = shop.deploy(partner.sign(Jars.sample("1.1.0", headers)));
        return ((Outcome.Refused) outcome).guidance().happened().in(Locale.ENGLISH);
    }

    @Test
    void settingsThatTheNewVersionDoesNotAcceptAreNamed() throws Exception {
        configure("ven_1");

        assertThat(shop.deploy(partner.sign(Jars.sample("1.1.0", "refuses-settings"))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.guidance().reason()).isEqualTo("settings-broken");
                    assertThat(refused.guidance().happened().arguments()).contains("venue");
                });
        assertThat(shop.serving()).containsExactly("1.0.0");
    }

    @Test
    void aProviderThatIsDownIsNoFaultOfAnUpdate() throws Exception {
        assertThat(shop.deploy(partner.sign(Jars.sample("1.1.0", "offline")))).isInstanceOf(Outcome.Refused.class);
        shop.close();

        shop = new Shop(folder, Jars.sample("1.0.0", "offline"), partner);

        assertThat(shop.deploy(partner.sign(Jars.sample("1.1.0", "offline")))).isInstanceOf(Outcome.Runs.class);
    }

    @Test
    void goingBackStartsTheVersionBeforeWithItsSettings() throws Exception {
        Configuration configuration = configure("ven_before");
        shop.deploy(partner.sign(Jars.sample("1.1.0", "good")));
        configuration.update(new Hashtable<>(Map.of("venue", "ven_after")));
        shop.deploy(partner.sign(Jars.sample("1.2.0", "good")));

        assertThat(shop.desk.rollBack(Jars.PLUG_IN, "admin")).isEqualTo(new Outcome.Runs(Jars.PLUG_IN, "1.1.0"));
        assertThat(configuration.getProperties().get("venue")).isEqualTo("ven_after");
        assertThat(shop.desk.rollBack(Jars.PLUG_IN, "admin")).isEqualTo(new Outcome.Runs(Jars.PLUG_IN, "1.0.0"));
        assertThat(configuration.getProperties().get("venue")).isEqualTo("ven_before");
        assertThat(shop.serving()).containsExactly("1.0.0");
        assertThat(shop.desk.rollBack(Jars.PLUG_IN, "admin"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.guidance().reason()).isEqualTo("nothing-to-go-back-to"));
    }

    @Test
    void goingBackComparesTheKeptFileWithItsFingerprint() throws Exception {
        shop.deploy(partner.sign(Jars.sample("1.1.0", "good")));
        shop.deploy(partner.sign(Jars.sample("1.2.0", "good")));
        try (Stream<Path> kept = Files.list(folder.resolve("deploy/artefacts"))) {
            for (Path file :
                    kept.filter(path -> path.toString().endsWith(".jar")).toList()) {
                Files.writeString(file, "x", StandardOpenOption.APPEND);
            }
        }

        assertThat(shop.desk.rollBack(Jars.PLUG_IN, "admin"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.guidance().reason()).isEqualTo("kept-file-changed"));
        assertThat(shop.serving()).containsExactly("1.2.0");
    }

    @Test
    void whatWasDeployedRunsAfterARestart() throws Exception {
        shop.deploy(partner.sign(Jars.sample("1.1.0", "good")));
        shop.close();

        shop = new Shop(folder, "1.0.0", partner);

        assertThat(shop.serving()).containsExactly("1.1.0");
    }

    @Test
    void aTillThatBringsANewerVersionItselfUsesThat() throws Exception {
        shop.deploy(partner.sign(Jars.sample("1.1.0", "good")));
        shop.close();

        shop = new Shop(folder, "1.2.0", partner);

        assertThat(shop.serving()).containsExactly("1.2.0");
    }

    @Test
    void theSameArtefactTwiceIsNoNewDeployment() throws Exception {
        Path jar = partner.sign(Jars.sample("1.1.0", "good"));
        shop.deploy(jar);
        int entries = shop.desk.history().size();

        assertThat(shop.deploy(jar)).isInstanceOf(Outcome.Runs.class);
        assertThat(shop.desk.history()).hasSize(entries);
    }

    @Test
    void manyUpdatesLeaveNoBundleBehind() throws Exception {
        for (int minor = 1; minor <= 20; minor++) {
            assertThat(shop.deploy(partner.sign(Jars.sample("1." + minor + ".0", "good"))))
                    .isInstanceOf(Outcome.Runs.class);
        }
        assertThat(shop.serving()).isEqualTo(List.of("1.20.0"));
        assertThat(shop.installed()).isEqualTo(2);
    }

    private Configuration configure(String venue) throws Exception {
        Configuration configuration = shop.admin.getFactoryConfiguration("sample", "one", "?");
        configuration.update(new Hashtable<>(Map.of("venue", venue)));
        return configuration;
    }
}
