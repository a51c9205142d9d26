package io.kassa.itests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** A till that is updated again and again does not fill up with what ran before. */
class OldVersionsGoTest {

    private static final int UPDATES = Integer.getInteger("deploy.updates", 20);

    /** Threads of an HTTP client end on their own some seconds after nobody uses it any more; idle ones of its pool in a minute. */
    private static final int SECONDS_TO_GO = 120;

    @TempDir
    private Path folder;

    @Test
    void theClassesOfEveryVersionThatWasReplacedAreCollected() throws Exception {
        try (Shop shop = new Shop(folder)) {
            String register = shop.registers(1).get(0);
            List<WeakReference<ClassLoader>> replaced = new ArrayList<>();
            for (int i = 1; i <= UPDATES; i++) {
                TillApi.must(shop.api.deploy(shop.partner.version("1.2." + i)));
                use(shop, register, i);
                replaced.add(loaderOf(shop.till.serving()));
            }
            TillApi.must(shop.api.deploy(shop.partner.version("1.3.0")));

            long left = left(replaced);
            System.out.println(UPDATES + " updates, class loaders left: " + left);
            assertThat(left).isZero();
            assertThat(shop.till.installed()).isEqualTo(2);
        }
    }

    /** One sale on every version, so that it has really been at work. */
    private static void use(Shop shop, String register, int seed) {
        AtomicBoolean open = new AtomicBoolean(true);
        Figures figures = new Figures();
        new Cashier(shop.api, register, shop.sandbox, figures, () -> open.getAndSet(false), seed).run();
        assertThat(figures.failures).isEmpty();
    }

    private static WeakReference<ClassLoader> loaderOf(Bundle bundle) {
        return new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
    }

    private static long left(List<WeakReference<ClassLoader>> replaced) throws InterruptedException {
        long left = replaced.size();
        for (int second = 0; second < SECONDS_TO_GO && left > 0; second++) {
            System.gc();
            Thread.sleep(1000);
            left = replaced.stream().filter(loader -> loader.get() != null).count();
        }
        return left;
    }
}
