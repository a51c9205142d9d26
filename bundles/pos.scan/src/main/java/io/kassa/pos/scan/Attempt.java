package io.kassa.pos.scan;

import java.util.Optional;

/** One way to read a code from a picture. Called by many threads at once; answers, never throws. */
interface Attempt {

    Optional<String> on(Grey picture);
}
