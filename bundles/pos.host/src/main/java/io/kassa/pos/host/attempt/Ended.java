package io.kassa.pos.host.attempt;

import io.kassa.pos.spi.text.Guidance;
import java.util.Optional;

/**
 * What became of an outcome when it was to be stored.
 *
 * @param stored whether it is in the books now; otherwise the step is asked again
 * @param problem why it was taken back; where there is none, it waits for another payment to end
 */
record Ended(boolean stored, Optional<Guidance> problem) {

    static final Ended STORED = new Ended(true, Optional.empty());

    static final Ended LATER = new Ended(false, Optional.empty());

    static Ended takenBack(Guidance why) {
        return new Ended(false, Optional.of(why));
    }
}
