package io.kassa.smartum.plugin;

import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.smartum.plugin.payment.Enquiries;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One configuration at work, for the commands of this bundle; nobody else has the class.
 *
 * @param secretIsThere whether the reference to the secret can be resolved at this moment
 */
record Configured(Enquiries enquiries, SelfTest test, Visits visits, BooleanSupplier secretIsThere) {

    <T> T asked(Function<Configured, T> question) {
        return visits.during(() -> question.apply(this));
    }
}
