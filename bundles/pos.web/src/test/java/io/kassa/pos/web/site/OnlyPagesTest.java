package io.kassa.pos.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnlyPagesTest {

    @Test
    void classesThatLieBesideThePagesAreNotServed() {
        URL lies = OnlyPagesTest.class.getResource("/io/kassa/pos/web/site/Site.class");
        Site site = new Site(Map.of("/Site.class", lies, "/README", lies));

        assertThat(lies).isNotNull();
        assertThat(site.at("/Site.class")).isEmpty();
        assertThat(site.at("/README")).isEmpty();
    }
}
