package io.kassa.pos.web.api;

import io.kassa.pos.scan.Outline;
import java.util.List;

/** A corner of a code in a picture, in whole pixels from the picture's upper left corner. */
record Corner(int x, int y) {

    /** In order round the code. */
    static List<Corner> all(Outline outline) {
        return outline.corners().stream()
                .map(corner -> new Corner((int) Math.round(corner.x()), (int) Math.round(corner.y())))
                .toList();
    }
}
