package io.kassa.pos.web.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the site as the tests find them on the class path. */
final class SiteFiles {

    static final Path FOLDER = folder();

    private SiteFiles() {}

    /** The site's own files with that ending; what is vendored is not ours to judge. */
    static List<Path> ending(String ending) {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.startsWith(FOLDER.resolve("vendor")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(SiteFiles.class
                            .getResource("/io/kassa/pos/web/site/index.html")
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
