package io.kassa.pos.web.site;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The files of the site by their path. What is not in this list is not there: no path can lead out of it. Paths that the pages
 * draw themselves lead to the first page.
 */
public final class Site {

    private static final String FIRST_PAGE = "/index.html";

    /** The first parts of the paths that the pages draw themselves. */
    private static final Set<String> DRAWN =
            Set.of("login", "register", "registers", "receipts", "worklist", "configuration");

    private final Map<String, URL> files;
    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /** @param files path, such as {@code /index.html}, to where it lies */
    public Site(Map<String, URL> files) {
        this.files = files.entrySet().stream()
                .filter(file -> Asset.isServed(file.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param path as the container gives it: blank or {@code /} for the first page */
    Optional<Asset> at(String path) {
        String[] parts = path.split("/", -1);
        boolean drawn = path.isEmpty()
                || path.equals("/")
                || parts.length > 1 && DRAWN.contains(parts[1]) && !files.containsKey(path);
        String wanted = drawn ? FIRST_PAGE : path;
        return Optional.ofNullable(files.get(wanted))
                .map(url -> read.computeIfAbsent(wanted, key -> Asset.of(key, url)));
    }
}
