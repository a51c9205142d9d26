package io.kassa.pos.spi.tck;

/** What can be wrong with a provider. A <i>transfer</i> is a request that moves money; any other request is a <i>read</i>. */
public enum Trouble {
    /** None: the provider works. */
    NONE,
    /** It takes connections and requests, and never answers. */
    SILENT,
    /** It begins each answer and never ends it. */
    DRIPPING,
    /** Reads are not answered; transfers are. */
    READS_UNANSWERED,
    /** Transfers are neither done nor answered; reads are answered. */
    TRANSFERS_LOST,
    /** Transfers are done and not answered; reads are answered. */
    TRANSFER_ANSWERS_LOST
}
