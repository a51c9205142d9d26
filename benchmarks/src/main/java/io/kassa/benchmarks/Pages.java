package io.kassa.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads the till's pages as a browser does, file by file, since nobody scans before. */
final class Pages {

    private static final Pattern NAMED = Pattern.compile("(?:href=|src=|from |import )[\"']([./][^\"']*)[\"']");

    private final HttpClient http;
    private final Set<URI> loaded = new HashSet<>();

    Pages(HttpClient http) {
        this.http = http;
    }

    /** Returns the number of files. */
    int load(URI file) throws IOException, InterruptedException {
        if (loaded.add(file)) {
            String text = http.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofString())
                    .body();
            for (Matcher named = NAMED.matcher(text); named.find(); ) {
                load(file.resolve(named.group(1)));
            }
        }
        return loaded.size();
    }
}
