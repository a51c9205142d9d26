package io.kassa.pos.web.api;

import io.kassa.pos.scan.Reading;
import io.kassa.pos.scan.Stage;

/**
 * A code that was read in a picture, masked.
 *
 * @param length in characters
 * @param start its first characters
 * @param end its last ones
 * @param millis from the picture's arrival to the text
 */
record SeenCode(MaskedCode.Kind kind, int length, String start, String end, Stage stage, long millis) {

    static SeenCode of(Reading.Found found) {
        MaskedCode code = MaskedCode.of(found.code().content());
        return new SeenCode(
                code.kind(),
                code.length(),
                code.start(),
                code.end(),
                found.stage(),
                found.took().toMillis());
    }
}
