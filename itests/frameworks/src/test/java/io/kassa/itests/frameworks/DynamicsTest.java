package io.kassa.itests.frameworks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.setup.MethodView;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DynamicsTest extends AtTheCounter {

    private static final List<String> OURS = List.of(
            "io.kassa.smartum.plugin",
            "io.kassa.smartum.sandbox",
            "io.kassa.pos.ledger",
            "io.kassa.pos.deploy",
            "io.kassa.pos.host",
            "io.kassa.pos.web");
    private static final int ORDERS = 4;
    private static final long SEED = 20261122;

    @Test
    public void whilePlugInIsStopped_anOpenPaymentWaits_andGoesOnAfterwards() throws Exception {
        beginsToPay();

        plugIn.stop();

        counter.isAskedToWait();
        plugIn.start();
        pays();
    }

    @Test
    public void anUpdateOfThePlugIn_leavesAnOpenPaymentWhereItWas() throws Exception {
        beginsToPay();
        var before = shop.of(Shop.METHOD, PaymentMethod.class);

        try (InputStream same = URI.create(plugIn.getLocation()).toURL().openStream()) {
            plugIn.update(same);
        }

        pays();
        assertFalse(before.equals(shop.of(Shop.METHOD, PaymentMethod.class)));
    }

    @Test
    public void whileTheBooksAreStopped_methodsAreGone_andNothingIsLostWhenTheyComeBack() throws Exception {
        beginsToPay();
        SaleView before = counter.sale();
        Bundle ledger = shop.bundle("io.kassa.pos.ledger");

        ledger.stop();

        assertTrue(shop.of(Shop.METHOD, PaymentMethod.class).isEmpty());
        assertEquals("no till without books", null, context.getServiceReference(Selling.class));
        ledger.start();
        shop.isOffered(Shop.METHOD);
        assertEquals(before, counter.sale());
        pays();
    }

    @Test
    public void aFilterThatIsMissing_closesTheMethod() {
        shop.forget();
        Eventually.holds(
                "the filter of before is gone, too",
                () -> shop.of(Shop.METHOD, ProductLabelFilter.class).isEmpty());
        HiddenFilters hidden = HiddenFilters.from(shop.bundle("io.kassa.pos.host"), context);
        try {
            shop.configure(shop.settings());
            Eventually.holds(
                    "Smartum is registered",
                    () -> !shop.of(Shop.METHOD, PaymentMethod.class).isEmpty());
            counter.sells(GYM);

            assertEquals(MethodView.State.CLOSED, shop.method(Shop.METHOD).state());
            assertFalse(counter.smartum().ready());
            assertEquals(Money.euro(0), counter.smartum().eligible());
        } finally {
            hidden.show();
        }
        shop.forget();
        shop.configure(shop.settings());
        shop.isOffered(Shop.METHOD);
        assertEquals(Money.euro(PRICE), counter.smartum().eligible());
    }

    @Test
    public void anyOrderOfStarts_leadsToTheSameTill() throws Exception {
        beginsToPay();
        SaleView before = counter.sale();
        Random random = new Random(SEED);
        List<String> order = new ArrayList<>(OURS);
        for (int i = 0; i < ORDERS; i++) {
            Collections.shuffle(order, random);
            for (String name : order) {
                shop.bundle(name).stop();
            }
            Collections.shuffle(order, random);
            for (String name : order) {
                shop.bundle(name).start();
            }
            shop.isOffered(Shop.METHOD);
            assertEquals("after " + order, before, counter.sale());
            counter.isAskedToScan();
        }
        pays();
    }

    private void pays() {
        counter.isAskedToScan();
        counter.scans(shop.sandbox().pays(PRICE).code());
        assertEquals(Money.euro(PRICE), counter.completes().tendered());
    }
}
