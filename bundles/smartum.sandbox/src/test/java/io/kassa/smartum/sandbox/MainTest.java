package io.kassa.smartum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class MainTest {
    @TempDir
    Path folder;

    @Test
    void aProcessOfItsOwnSaysWhereItIsAndEndsWhenAsked() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port",
                        "0",
                        "--folder",
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).matches("api    http://127\\.0\\.0\\.1:\\d+");
            assertThat(said.readLine()).matches("phone  http://127\\.0\\.0\\.1:\\d+/phone");
            assertThat(said.readLine()).matches("panel  http://127\\.0\\.0\\.1:\\d+/panel");
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("books.jsonl")).exists();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void thePagesStandOnePortAboveTheApiUnlessToldOtherwise() {
        assertThat(Main.options()).extracting(Options::port, Options::pagesPort).containsExactly(8091, 8092);
        assertThat(Main.options("--port", "9000").pagesPort()).isEqualTo(9001);
        assertThat(Main.options("--port", "0").pagesPort()).isZero();
        assertThatThrownBy(() -> Main.options("--help")).isInstanceOf(IllegalArgumentException.class);
    }
}
