package io.kassa.itests.frameworks;

import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Tests with a cashier, at a register that takes Smartum. */
public abstract class AtTheCounter {

    static final String GYM = "gym-visit";
    static final long PRICE = 1_000;

    @Inject
    BundleContext context;

    Shop shop;
    Counter counter;
    Bundle plugIn;

    @Configuration
    public Option[] shipped() {
        return Shipped.till();
    }

    @Before
    public void open() {
        shop = Shop.withSmartum(context);
        counter = new Counter(shop);
        plugIn = shop.bundle("io.kassa.smartum.plugin");
    }

    @After
    public void clear() {
        counter.clears();
        shop.forget();
    }

    void beginsToPay() {
        counter.sells(GYM);
        counter.pressesSmartum();
        counter.isAskedToScan();
    }
}
