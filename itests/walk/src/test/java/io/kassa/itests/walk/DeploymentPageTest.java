package io.kassa.itests.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hot deployment from the page, while a customer's payment stands open at the register. */
class DeploymentPageTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void aSignedVersionTakesOverAndGoesBackWhileAPaymentIsOpen() throws Exception {
        RegisterPage register = SHOP.register(Shop.FIRST);
        register.sells(Goods.GYM);
        Modal modal = register.pays(SmartumSetup.METHOD);
        Window office = SHOP.browser().anotherWindow();
        office.open(SHOP.till().page("/configuration"));
        office.press("config-deployments");
        office.awaitThere("deployments");

        office.give(Window.byId("deploy-file"), shipped());
        assertThat(office.attribute(Window.byId("problem"), "data-reason")).isEqualTo("unsigned");
        office.press("refused-ok");
        office.give(Window.byId("deploy-file"), signed("1.1.0"));
        office.awaitCount(Window.byId("running", "version", "1.1.0"), 1);
        office.picture("w-deployed");

        office.press("rollback");
        office.press("rollback-ok");
        office.awaitCount(Window.byId("running", "version", "1.1.0"), 0);
        assertThat(office.all(Window.byId("deployment", "event", "RUNS"))).hasSize(3);

        modal.pasted(SHOP.sandbox().pays(1000).text());
        modal.awaitClosed();
        register.awaitLeft(0);

        String plugIn = "io.kassa.smartum.plugin@";
        assertThat(Files.readString(SHOP.till().data().resolve("log/till.0.log"))
                        .lines())
                .filteredOn(line -> line.contains(" io.kassa.outcome deployment "))
                .satisfiesExactly(
                        refused -> assertThat(refused).contains("outcome=refused reason=unsigned took=0ms"),
                        runs -> assertThat(runs).contains(plugIn + "1.1.0 method=- outcome=runs reason=- took="),
                        back -> assertThat(back).contains(plugIn + "1.0.0").contains("outcome=runs"));
        assertThat(SHOP.admin().text("/metrics"))
                .contains("kassa_deployments_total{outcome=\"runs\"} 2.0")
                .contains("kassa_deployment_switch_seconds_count 2");
    }

    private static Path shipped() throws IOException {
        try (Stream<Path> bundles = Files.list(Project.top().resolve("features/till/target/bundles/export/demo"))) {
            return bundles.filter(jar -> jar.getFileName().toString().startsWith("io.kassa.smartum.plugin"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As the guide for partners says. */
    private static Path signed(String version) throws IOException, InterruptedException {
        ProcessBuilder sign = new ProcessBuilder(List.of(
                Project.top().resolve("pos").toString(), "sign", shipped().toString(), version));
        sign.environment().put("POS_DATA", SHOP.till().data().toString());
        Process process = sign.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Path.of(said.strip());
    }
}
