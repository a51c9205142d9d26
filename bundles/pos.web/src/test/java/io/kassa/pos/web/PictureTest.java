package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.spi.payment.Answer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture of a code is as good as a scanner that types it. */
class PictureTest {

    private static final String CODE = "eyJhbGciOiJFUzUxMiJ9." + "Kassa0123456789_-".repeat(30);
    private static final String PAYMENT = "/api/registers/1/attempts/a1/picture?step=scan";
    private static final String REFUND = "/api/refunds/attempts/a1/picture?step=scan";

    private static final String SCANNER = "/api/config/scanner/picture";

    private final TillServer till = TillServer.shop();
    private final Browser admin = till.browser().asAdmin();

    @AfterEach
    void stop() {
        till.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {PAYMENT, REFUND})
    void theCodeOfAFileIsAnswered(String path) throws Exception {
        HttpResponse<String> response = admin.sendBytes(path, "image/png", png(picture(CODE)));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Browser.json(response).path("found").asBoolean()).isTrue();
        assertThat(Browser.json(response).has("view")).isTrue();
        assertThat(answered()).contains("scan", new Answer.Scanned(CODE));
        assertThat(response.body()).doesNotContain(CODE);
    }

    @Test
    void theCodeOfACameraFrameIsAnswered() throws Exception {
        BufferedImage frame = picture(CODE);
        byte[] grey = ((DataBufferByte) frame.getRaster().getDataBuffer()).getData();
        HttpResponse<String> response = admin.send(admin.writing(PAYMENT)
                .header("Content-Type", "application/octet-stream")
                .header("X-Width", "" + frame.getWidth())
                .header("X-Height", "" + frame.getHeight())
                .POST(BodyPublishers.ofByteArray(grey)));
        assertThat(Browser.json(response).path("found").asBoolean()).isTrue();
        assertThat(answered()).contains(new Answer.Scanned(CODE));
        JsonNode outline = Browser.json(response).path("outlines").path(0);
        // the code with its white margin of four modules fills what whole modules of the frame can be filled
        assertThat(outline).hasSize(4);
        int size = outline.path(2).path("x").asInt() - outline.path(0).path("x").asInt();
        assertThat(size).isBetween(450, 600);
        assertThat(outline.path(0).path("x").asInt()).isCloseTo((600 - size) / 2, within(6));
        assertThat(outline.path(3).path("y").asInt()).isCloseTo((600 + size) / 2, within(6));
    }

    @Test
    void howLongTheCodeWasInViewUntilTheAnswerIsMeasured() throws Exception {
        for (String inView : List.of("450", "-1", "x", "600001")) {
            admin.send(admin.writing(PAYMENT)
                    .header("Content-Type", "image/png")
                    .header("X-In-View-Millis", inView)
                    .POST(BodyPublishers.ofByteArray(png(picture(CODE)))));
        }
        admin.sendBytes(PAYMENT, "image/png", png(picture(CODE)));
        assertThat(admin.get("/metrics").body())
                .contains("kassa_camera_to_answer_seconds_count 1", "kassa_camera_to_answer_seconds_sum 0.45");
    }

    @Test
    void triedOutACodeIsDescribedAndNothingIsDoneWithIt() throws Exception {
        HttpResponse<String> response = admin.sendBytes(SCANNER, "image/png", png(picture(CODE)));
        assertThat(Browser.json(response).at("/code/kind").asText()).isEqualTo("OTHER");
        assertThat(Browser.json(response).at("/code/length").asInt()).isEqualTo(CODE.length());
        assertThat(Browser.json(response).at("/code/stage").asText()).isEqualTo("PLAIN");
        assertThat(response.body()).doesNotContain(CODE.substring(4, 12));
        assertThat(till.host.asked).noneMatch(asked -> asked.method().equals("answer"));
        byte[] empty = png(new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY));
        assertThat(admin.sendBytes(SCANNER, "image/png", empty).body()).isEqualTo("{\"outlines\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAYMENT, REFUND})
    void aPartOfATextIsNamedAsWhatItIsAndAnsweredNowhere(String path) throws Exception {
        HttpResponse<String> response = admin.sendBytes(path, "image/png", part());
        assertThat(Browser.json(response).path("found").asBoolean()).isFalse();
        assertThat(Browser.json(response).path("unusable").asText()).isEqualTo("PART");
        assertThat(Browser.json(response).path("outlines")).hasSize(1);
        assertThat(answered()).isEmpty();
        JsonNode tried = Browser.json(admin.sendBytes(SCANNER, "image/png", part()));
        assertThat(tried.path("unusable").asText()).isEqualTo("PART");
        assertThat(tried.path("outlines")).hasSize(1);
        assertThat(tried.has("code")).isFalse();
    }

    @Test
    void whereACodeIsCanBeAskedAndNothingIsDoneWithIt() throws Exception {
        HttpResponse<String> response = admin.sendBytes("/api/outlines", "image/png", png(picture(CODE)));
        assertThat(Browser.json(response).path("outlines").path(0)).hasSize(4);
        assertThat(till.host.asked).noneMatch(asked -> asked.method().equals("answer"));
        byte[] empty = png(new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY));
        assertThat(admin.sendBytes("/api/outlines", "image/png", empty).body()).isEqualTo("{\"outlines\":[]}");
    }

    @Test
    void aFrameWithoutACodeChangesNothing() throws Exception {
        byte[] empty = png(new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY));
        HttpResponse<String> response = admin.sendBytes(PAYMENT, "image/png", empty);
        assertThat(response.body()).isEqualTo("{\"found\":false,\"inView\":false,\"outlines\":[]}");
        assertThat(answered()).isEmpty();
    }

    @Test
    void aRefusalComesBackAsForEveryOtherAnswer() throws Exception {
        till.host.answer("answer", arguments -> SampleHost.refused(Result.Kind.CONFLICT));
        HttpResponse<String> response = admin.sendBytes(PAYMENT, "image/png", png(picture(CODE)));
        assertThat(response.statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThat(admin.sendBytes(PAYMENT, "image/png", "GIF89a".getBytes()).statusCode())
                .isEqualTo(400);
        assertThat(admin.sendBytes(PAYMENT, "image/png", new byte[0]).statusCode())
                .isEqualTo(400);
        assertThat(admin.sendBytes(PAYMENT, "image/gif", new byte[9]).statusCode())
                .isEqualTo(415);
        assertThat(admin.sendBytes(PAYMENT, "application/octet-stream", new byte[9])
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.sendBytes(PAYMENT, "image/png", new byte[2 * 1024 * 1024 + 1])
                        .statusCode())
                .isEqualTo(413);
        assertThat(admin.sendBytes("/api/registers/1/attempts/a1/picture", "image/png", new byte[9])
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFewThatStopInTheMiddleKeepNobodyWaitingAndManyAreSentAway() throws Exception {
        byte[] empty = png(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY));
        Browser cashier = till.browser().asPairedCashier("1");
        List<Socket> stopped = new ArrayList<>();
        try {
            for (int i = 0; i < 7; i++) {
                stopped.add(halfAPicture(admin));
            }
            assertThat(eventually(200, empty)).isTrue();
            int status = 200;
            for (int more = 0; more < 20 && status != 503; more++) {
                // one that came while our own picture was being looked at was sent away itself; ours alone may still
                // come
                stopped.add(halfAPicture(cashier));
                Thread.sleep(50);
                status = admin.sendBytes(PAYMENT, "image/png", empty).statusCode();
            }
            assertThat(status).isEqualTo(503);
        } finally {
            for (Socket socket : stopped) {
                socket.close();
            }
        }
        assertThat(eventually(200, empty)).isTrue();
    }

    private boolean eventually(int status, byte[] picture) throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            if (admin.sendBytes(PAYMENT, "image/png", picture).statusCode() == status) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    /** Somebody who begins to send a picture, and stops in the middle. */
    private Socket halfAPicture(Browser browser) {
        return Wire.begin(
                till.port(),
                "POST " + PAYMENT + " HTTP/1.1\r\nHost: 127.0.0.1:" + till.port() + "\r\nOrigin: " + browser.origin
                        + "\r\n" + browser.head() + "Content-Type: image/png\r\nContent-Length: 1000\r\n\r\nPNG");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAYMENT, REFUND})
    void ofTwoReceiptsInOnePictureNeitherIsAnswered(String path) throws Exception {
        byte[] two = png(sideBySide(CODE + ".YWJj", CODE + ".ZGVm"));
        HttpResponse<String> response = admin.sendBytes(path, "image/png", two);
        assertThat(Browser.json(response).path("found").asBoolean()).isFalse();
        assertThat(Browser.json(response).path("unusable").asText()).isEqualTo("SEVERAL");
        assertThat(Browser.json(response).path("outlines")).hasSize(2);
        assertThat(Browser.json(response).has("view")).isFalse();
        assertThat(answered()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/poster, eyJhbGciOiJFUzUxMiJ9.e30.c2ln, 1",
        "eyJhbGciOiJFUzUxMiJ9.e30.c2ln, loyalty-12345, 0",
        "https://example.org/poster, https://example.org/?r=eyJhbGciOiJFUzUxMiJ9.e30.c2ln, 1",
        "https://example.org/poster, tx_jmbRWrNgTKzC7Sr9, 1",
        "tx_jmbRWrNgTKzC7Sr9, 6408430000050, 0"
    })
    void aReceiptIsTakenAlsoWhereAnotherCodeIsInView(String left, String right, int meant) throws Exception {
        HttpResponse<String> response = admin.sendBytes(PAYMENT, "image/png", png(sideBySide(left, right)));
        assertThat(Browser.json(response).path("found").asBoolean()).isTrue();
        assertThat(answered()).contains(new Answer.Scanned(meant == 0 ? left : right));
        JsonNode outlines = Browser.json(response).path("outlines");
        assertThat(outlines).hasSize(1);
        assertThat(outlines.path(0).path(0).path("x").asInt() / 600)
                .as("framed")
                .isEqualTo(meant);
    }

    /** The first of two codes of a structured append. */
    private static byte[] part() throws IOException {
        try (InputStream file = PictureTest.class.getResourceAsStream("part.png")) {
            return file.readAllBytes();
        }
    }

    private List<Object> answered() {
        return till.host.asked.stream()
                .filter(asked -> asked.method().equals("answer"))
                .flatMap(asked -> asked.arguments().stream())
                .toList();
    }

    static BufferedImage picture(String code) throws WriterException {
        BitMatrix modules = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, 600, 600);
        var image = new BufferedImage(600, 600, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 600; x++) {
                image.getRaster().setSample(x, y, 0, modules.get(x, y) ? 0 : 255);
            }
        }
        return image;
    }

    private static BufferedImage sideBySide(String left, String right) throws WriterException {
        var both = new BufferedImage(1200, 600, BufferedImage.TYPE_BYTE_GRAY);
        both.getRaster().setRect(0, 0, picture(left).getRaster());
        both.getRaster().setRect(600, 0, picture(right).getRaster());
        return both;
    }

    static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
