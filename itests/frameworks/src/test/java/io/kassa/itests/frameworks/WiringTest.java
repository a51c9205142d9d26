package io.kassa.itests.frameworks;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class WiringTest {
    @Inject
    private BundleContext context;

    @Configuration
    public Option[] shipped() {
        return Shipped.till();
    }

    /** Karaf starts the probe while it still starts the features. */
    @Test
    public void everyBundleStarts() {
        try {
            Eventually.holds("every bundle starts", () -> idle().isEmpty());
        } finally {
            assertEquals(List.of(), idle());
        }
    }

    private List<String> idle() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toList());
    }
}
