package io.kassa.itests.walk;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The walk rests on this: pictures can be exchanged before a camera that is running. */
class FakeCameraTest {
    private static final String PAGE = """
            <!doctype html><video autoplay playsinline muted></video><p data-testid="light"></p><script>
            const video = document.querySelector('video'), canvas = document.createElement('canvas').getContext('2d');
            const look = () => { canvas.drawImage(video, 0, 0); document.querySelector('p').textContent =
                canvas.getImageData(150, 75, 1, 1).data[0] > 200 ? 'white' : 'dark'; setTimeout(look, 50); };
            navigator.mediaDevices.getUserMedia({video: true}).then(s => { video.srcObject = s; look(); });
            </script>
            """;

    @Test
    void aRunningCameraFilmsThePictureThatIsHeldBeforeItNow() throws IOException {
        Path folder = Project.scratch("camera");
        FakeCamera camera = FakeCamera.in(folder);
        HttpServer server = serve(PAGE);
        try (Browser browser = Browser.open(folder, camera)) {
            Window window = browser.window();
            window.open(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            window.awaitText("light", "dark");
            camera.sees(whitePicture());
            window.awaitText("light", "white");
            camera.seesNothing();
            window.awaitText("light", "dark");
        } finally {
            server.stop(0);
        }
    }

    private static byte[] whitePicture() throws IOException {
        BufferedImage picture = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(0, 0, 10, 10);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private static HttpServer serve(String page) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
