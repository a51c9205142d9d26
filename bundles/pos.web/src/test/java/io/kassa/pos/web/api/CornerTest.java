package io.kassa.pos.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.scan.Outline;
import java.util.List;
import org.junit.jupiter.api.Test;

class CornerTest {

    @Test
    void cornersAreToldInWholePixelsAndInTheirOrder() {
        var outline = new Outline(List.of(
                new Outline.Corner(1.2, 1.2),
                new Outline.Corner(9.5, 1.2),
                new Outline.Corner(9.5, 9.4),
                new Outline.Corner(-0.7, 9.4)));
        assertThat(Corner.all(outline))
                .containsExactly(new Corner(1, 1), new Corner(10, 1), new Corner(10, 9), new Corner(-1, 9));
    }
}
