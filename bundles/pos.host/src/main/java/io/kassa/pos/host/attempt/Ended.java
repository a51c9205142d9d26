package io.kassa.pos.host.attempt;

import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.spi.text.Guidance;
import java.util.Optional;

/**
 * What became of an outcome when it was to be stored.
 *
 * @param stored whether it is in the books now; otherwise the step is asked again
 * @param problem why it was taken back; where there is none, it waits for another payment to end
 * @param sale as it stands now, where a payment was added to it
 */
record Ended(boolean stored, Optional<Guidance> problem, Optional<Sale> sale) {

    static final Ended STORED = new Ended(true, Optional.empty(), Optional.empty());

    static final Ended LATER = new Ended(false, Optional.empty(), Optional.empty());

    static Ended takenBack(Guidance why) {
        return new Ended(false, Optional.of(why), Optional.empty());
    }

    static Ended paid(Sale sale) {
        return new Ended(true, Optional.empty(), Optional.of(sale));
    }
}
