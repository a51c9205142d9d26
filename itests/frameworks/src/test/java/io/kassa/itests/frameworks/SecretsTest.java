package io.kassa.itests.frameworks;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Where others may look in a framework. Each place is also shown to be looked at: something known is found there. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SecretsTest {

    @Inject
    private BundleContext context;

    private Shop shop;
    private String secret;

    @Configuration
    public Option[] shipped() {
        return Shipped.till();
    }

    @Before
    public void open() {
        shop = Shop.withSmartum(context);
        secret = shop.sandbox().connection("clientSecret");
        assertTrue(secret.length() > 8);
    }

    @After
    public void clear() {
        shop.forget();
    }

    @Test
    public void noServiceProperty_holdsTheSecret() throws InvalidSyntaxException {
        ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
        hides(
                Arrays.stream(all)
                        .flatMap(service ->
                                Arrays.stream(service.getPropertyKeys()).map(service::getProperty))
                        .map(SecretsTest::text)
                        .collect(Collectors.joining("\n")),
                Shop.METHOD);
    }

    @Test
    public void noComponentDescription_holdsTheSecret() {
        ServiceComponentRuntime components = shop.service(ServiceComponentRuntime.class);
        hides(
                components.getComponentDescriptionDTOs().stream()
                        .flatMap(component -> Stream.concat(
                                Stream.of(component.properties),
                                components.getComponentConfigurationDTOs(component).stream()
                                        .map(one -> one.properties)))
                        .map(SecretsTest::text)
                        .collect(Collectors.joining("\n")),
                shop.sandbox().connection("clientId"));
    }

    @Test
    public void noConfiguration_holdsTheSecret() throws IOException, InvalidSyntaxException {
        ConfigurationAdmin admin = shop.service(ConfigurationAdmin.class);
        hides(
                Arrays.stream(admin.listConfigurations(null))
                        .map(org.osgi.service.cm.Configuration::getProperties)
                        .flatMap(settings -> Collections.list(settings.elements()).stream())
                        .map(SecretsTest::text)
                        .collect(Collectors.joining("\n")),
                shop.sandbox().connection("clientId"));
    }

    @Test
    public void noFileOfTheTill_holdsTheSecret() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(context.getProperty(Shipped.DATA)))) {
            String everything =
                    files.filter(Files::isRegularFile).map(SecretsTest::content).collect(Collectors.joining("\n"));
            hides(everything, "gym-visit");
        }
    }

    private void hides(String place, String known) {
        assertTrue("nothing was looked at", place.contains(known));
        assertFalse("the secret stands there", place.contains(secret));
    }

    private static String text(Object value) {
        if (value instanceof Object[] many) {
            return Arrays.deepToString(many);
        }
        return value instanceof Map<?, ?> map
                ? map.values().stream().map(SecretsTest::text).collect(Collectors.joining("\n"))
                : String.valueOf(value);
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
