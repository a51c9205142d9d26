package io.kassa.itests.frameworks.kit;

import io.kassa.itests.frameworks.Shipped;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** The kit's contracts, tried inside the framework with the bundles as they are shipped. */
@RunWith(KitRunner.class)
@ExamReactorStrategy(PerClass.class)
public class KitTest {

    /** The books last: they are wiped again and again. */
    static final List<Class<?>> CONTRACTS = List.of(SmartumIsWellBehaved.class, BooksAreWellBehaved.class);

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] shipped() {
        return Shipped.tillAnd(KitBundles.all());
    }

    @Test
    public void isTried() {
        Trial trial = new Trial(Path.of(context.getProperty(Shipped.REPORT)));
        CONTRACTS.forEach(trial::of);
    }
}
