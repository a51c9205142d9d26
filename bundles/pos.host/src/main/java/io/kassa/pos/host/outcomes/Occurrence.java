package io.kassa.pos.host.outcomes;

import java.time.Duration;

/** One thing that happened. Ids and codes of plug-ins are as they gave them: escape them where they are written. */
public sealed interface Occurrence {

    enum Kind {
        PAYMENT,
        REFUND,
        /** The till asked a provider how a payment or a refund ended. */
        INQUIRY,
        /** The till compared a payment with what the provider has. */
        VERIFICATION,
        DEPLOYMENT
    }

    /**
     * Something has its outcome. Exactly one for each payment and each part of a refund; one each time that somebody asked.
     *
     * @param about the attempt id; of a deployment the plug-in and its version
     * @param method its id; of a deployment {@code -}
     * @param outcome such as {@code paid}, {@code refunded}, {@code declined}, {@code cancelled}, {@code unknown}
     * @param reason the stable code of a refusal, or the evidence of a payment; {@code -} where there is neither
     * @param took since the cashier began; of an inquiry, a verification or a deployment, how long it took
     */
    record Ended(Kind kind, String about, String method, String outcome, String reason, Duration took)
            implements Occurrence {

        /** Where there is no reason and no method. */
        public static final String NONE = "-";
    }

    /** A scanned code was answered: everything between the page and the page. */
    record Scanned(String method, Duration took) implements Occurrence {}

    /** A plug-in judged a scanned code: its part of the time alone. */
    record Judged(String method, Duration took) implements Occurrence {}

    /** An answer of a cashier was not taken, and is asked for again. */
    record Refused(String method, String reason) implements Occurrence {}

    /** A method is there again. */
    record Returned(String method, Duration absence) implements Occurrence {}
}
