package io.kassa.itests.frameworks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.kassa.pos.host.setup.MethodView;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.PaymentMethod;
import java.io.ByteArrayInputStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;

/** A higher version of the plug-in comes while a customer pays: over the old one, and beside it. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class UpdateTest extends AtTheCounter {

    private static final long RECEIPT = 1_700;

    @Test
    public void overTheOldOne_theOpenPaymentIsReplayedAndEndsOnTheNewOne() throws BundleException {
        isAskedAboutSurplus();
        WeakReference<ClassLoader> old = loader(plugIn);
        String version = Versions.after(plugIn.getVersion());

        plugIn.update(new ByteArrayInputStream(Versions.jar(plugIn, version)));

        endsOn(version);
        isGone(old);
    }

    @Test
    public void besideTheOldOne_theHigherVersionTakesOver_andTheOldOneCanGo() throws BundleException {
        isAskedAboutSurplus();
        WeakReference<ClassLoader> old = loader(plugIn);
        String version = Versions.after(plugIn.getVersion());

        Bundle newer =
                context.installBundle("beside:" + version, new ByteArrayInputStream(Versions.jar(plugIn, version)));
        newer.start();
        Eventually.holds(
                "both are there",
                () -> shop.of(Shop.METHOD, PaymentMethod.class).size() == 2);
        servesNow(version);
        plugIn.uninstall();
        plugIn = newer;

        endsOn(version);
        isGone(old);
    }

    /** Felix 7 forgets a thread in a class loader when it loads a class at the same moment as another one. */
    @Test
    public void theThreadThatWarmedUp_keepsNothingThatIsAlive_alsoWhereTheClassesKeepTheThread()
            throws BundleException, ClassNotFoundException {
        plugIn.stop();
        plugIn.start();
        WeakReference<ClassLoader> old = loader(plugIn);
        Forgotten forgotten = new Forgotten();
        forgotten
                .get(plugIn.loadClass("io.kassa.smartum.plugin.SmartumComponent"))
                .set(Eventually.get("the plug-in warms up", UpdateTest::warmingUp));

        plugIn.update(new ByteArrayInputStream(Versions.jar(plugIn, Versions.after(plugIn.getVersion()))));

        isGone(old);
        Reference.reachabilityFence(forgotten);
    }

    /** Kept by a class, and by nobody else. */
    private static final class Forgotten extends ClassValue<AtomicReference<Thread>> {
        @Override
        protected AtomicReference<Thread> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    }

    private static Optional<Thread> warmingUp() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("smartum-warm-up"))
                .findFirst();
    }

    private void isAskedAboutSurplus() {
        beginsToPay();
        counter.scans(shop.sandbox().pays(RECEIPT).code());
        counter.isAskedToConfirm();
    }

    /** The receipt is not scanned again: what the old version was told, the new one is told by the till. */
    private void endsOn(String version) {
        counter.isAskedToConfirm();
        servesNow(version);
        counter.confirms();
        assertEquals(Money.euro(PRICE), counter.completes().tenders().get(0).applied());
    }

    private void servesNow(String version) {
        Eventually.holds(
                version + " serves",
                () -> shop.method(Shop.METHOD).version().equals(version)
                        && shop.method(Shop.METHOD).state() == MethodView.State.AVAILABLE);
    }

    private static WeakReference<ClassLoader> loader(Bundle bundle) {
        ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
        assertTrue(loader.toString(), loader != UpdateTest.class.getClassLoader());
        return new WeakReference<>(loader);
    }

    private static void isGone(WeakReference<ClassLoader> old) {
        Eventually.holds("the classes of the old version are collected", () -> {
            System.gc();
            return old.get() == null;
        });
    }
}
