package io.kassa.pos.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Containers differ in how they give the path of the root. */
class FirstPageTest {

    @Test
    void isServedForTheRootHoweverItIsGiven() throws MalformedURLException {
        URL page = Path.of("src/test/resources/site/index.html").toUri().toURL();
        var site = new Site(Map.of("/index.html", page));
        assertThat(site.at("")).isPresent().isEqualTo(site.at("/")).isEqualTo(site.at("/index.html"));
    }
}
