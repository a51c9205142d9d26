package io.kassa.itests.walk;

/** What the walk buys in the demo shop. */
final class Goods {
    /** 10.00, carries the product label that Smartum is limited to. */
    static final String GYM = "gym-visit";

    /** 3.00, without a label. */
    static final String DRINK = "drink";

    private Goods() {}
}
