package io.kassa.itests.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shop chooses and places its camera: it sees how well codes are read, and nothing is done with them. */
class ScannerPageTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    private final SmartumReceipt receipt = SHOP.sandbox().pays(1000);
    private Window office;

    @BeforeEach
    void openThePage() {
        office = SHOP.window();
        office.open(SHOP.till().page("/configuration"));
        office.press("config-scanner");
    }

    @Test
    void aCodeBeforeTheCameraIsDescribedAndNeitherShownNorKeptNorSpent() throws IOException {
        office.awaitAttribute(Window.byId("camera"), "data-on", "true");
        SHOP.camera().sees(receipt.picture());
        office.awaitAttribute(Window.byId("scanner-seen"), "data-kind", "SIGNED");
        office.awaitAttribute(Window.byId("scan-state"), "data-state", "found");
        assertThat(office.text("scanner-length")).isEqualTo("" + receipt.text().length());
        assertThat(office.text("scanner-ends")).startsWith("eyJ");
        assertThat(office.text("scanner-stage")).isNotBlank().doesNotContain("scanner.stage.");
        assertThat(office.text("scanner-size")).isEqualTo("640 × 480 pixels");
        assertThat(office.text("scanner-millis")).matches("\\d+ ms, \\d+ ms .*");
        assertThat(office.text("scanner-share")).matches("Read: [1-9]\\d* of the camera’s last \\d+ pictures");
        office.picture("w-scanner");

        Traces traces = new Traces(receipt.text().substring(20, 60));
        traces.lookAt("the page", office.source());
        traces.lookAt("the log", Files.readString(SHOP.till().data().resolve("log/till.0.log")));
        assertThat(traces.found()).isEmpty();
        SHOP.camera().seesNothing();
        office.awaitAttribute(Window.byId("scan-state"), "data-state", "looking");
        RegisterPage register = SHOP.register(Shop.FIRST).sells(Goods.GYM);
        Modal modal = register.pays(SmartumSetup.METHOD);
        modal.pasted(receipt.text());
        modal.awaitClosed();
        register.awaitLeft(0);
    }

    @Test
    void aCodeThatHoldsOnlyAPartIsFramedAndNamed() throws IOException {
        office.awaitAttribute(Window.byId("camera"), "data-on", "true");
        try (InputStream part = ScannerPageTest.class.getResourceAsStream("part.png")) {
            SHOP.camera().sees(part.readAllBytes());
        }
        office.awaitAttribute(Window.byId("problem"), "data-reason", "page.picture.part");
        office.awaitAttribute(Window.byId("outline"), "data-state", "refused");
        assertThat(office.attribute(Window.byId("scan-state"), "data-state")).isEqualTo("refused");
        office.picture("w-scanner-part");
    }

    @Test
    void aPictureFileIsTriedToo() throws IOException {
        Path good = Files.write(SHOP.till().data().resolveSibling("receipt.png"), receipt.picture());
        office.give(Window.byId("picture-file"), good);
        office.awaitAttribute(Window.byId("scanner-seen"), "data-kind", "SIGNED");
        assertThat(office.text("scanner-tries")).isEqualTo("1");
        Path broken = Files.write(SHOP.till().data().resolveSibling("broken.png"), new byte[] {1, 2, 3});
        office.give(Window.byId("picture-file"), broken);
        assertThat(office.attribute(Window.byId("problem"), "data-reason")).isEqualTo("page.picture.broken");
    }
}
