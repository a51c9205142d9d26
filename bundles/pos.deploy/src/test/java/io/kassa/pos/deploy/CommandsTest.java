package io.kassa.pos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.deploy.start.DeploymentCommands;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody types at a shell. */
class CommandsTest {

    @TempDir
    private Path folder;

    private Signer partner;
    private Shop shop;
    private DeploymentCommands commands;

    @BeforeEach
    void open() throws Exception {
        partner = Signer.named("Partner", "-1d", 30);
        shop = new Shop(folder, "1.0.0", partner);
        commands = new DeploymentCommands(shop.desk);
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void aDryRollback_saysWhatWouldRun_andTheRealOneDoesIt() throws Exception {
        shop.deploy(partner.sign(Jars.sample("1.1.0", "good")));
        assertThat(typed("")).startsWith(Jars.PLUG_IN + " 1.1.0").endsWith("by partner, before it 1.0.0");

        assertThat(commands.deployments(true, "en", "rollback", Jars.PLUG_IN))
                .isEqualTo(Jars.PLUG_IN + " 1.0.0 would run.");
        assertThat(shop.serving()).containsExactly("1.1.0");

        assertThat(typed("rollback", Jars.PLUG_IN)).isEqualTo(Jars.PLUG_IN + " 1.0.0 runs.");
        assertThat(shop.serving()).containsExactly("1.0.0");
        assertThat(typed("history").lines().findFirst().orElseThrow()).contains("RUNS", "1.0.0", "by (shell)");
    }

    @Test
    void aRollbackToNothing_isRefusedWithWords() {
        assertThat(typed("rollback", "no.such.plug.in")).contains("no.such.plug.in");
        assertThat(commands.deployments(true, "en", "rollback", Jars.PLUG_IN).lines())
                .hasSize(3)
                .first()
                .isEqualTo("There is no version before of " + Jars.PLUG_IN + ".");
    }

    @Test
    void whatIsRefusedIsSaidInThreePartsInTheLanguageThatWasAskedFor() {
        Map<String, String> asked =
                Map.of("en", "Payments go on", "fi", "Maksut jatkuvat", "sv", "Betalningarna fortsätter");
        asked.forEach((language, money) -> {
            for (String[] what : new String[][] {
                {"rollback"}, {"check"}, {"install", "x"}, {"check", "nothing.jar"}, {"check", "no\0where"}
            }) {
                List<String> said =
                        commands.deployments(false, language, what).lines().toList();
                assertThat(said).as(language + " " + what[0]).hasSize(3);
                assertThat(said.get(1)).contains(money);
            }
        });
        assertThat(commands.deployments(true, "fi", "rollback", Jars.PLUG_IN)).startsWith("Liitännäisellä ");
        assertThat(commands.deployments(true, "sv", "check", "nothing.jar")).startsWith("Filen kan inte läsas");
    }

    @Test
    void aCheck_changesNothing_whateverTheFile() throws Exception {
        int before = shop.desk.history().size();

        assertThat(typed("check", partner.sign(Jars.sample("1.1.0", "good")).toString()))
                .startsWith("Signed by somebody whom this shop trusts");
        assertThat(typed("check", Jars.sample("1.1.0", "good").toString()).lines())
                .hasSize(3);
        assertThat(typed("check", partner.sign(Jars.sample("0.9.0", "good")).toString())
                        .lines())
                .hasSize(3);
        assertThat(typed("check", folder.resolve("nothing.jar").toString())).startsWith("The file cannot be read");

        assertThat(shop.serving()).containsExactly("1.0.0");
        assertThat(shop.installed()).isEqualTo(1);
        assertThat(shop.desk.history()).hasSize(before);
    }

    private String typed(String... what) {
        return commands.deployments(false, "en", what.length == 1 && what[0].isEmpty() ? new String[0] : what);
    }
}
