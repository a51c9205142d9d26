package io.kassa.itests.frameworks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.kassa.pos.host.setup.MethodView;
import io.kassa.pos.host.setup.SettingsForm;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SelfTest;
import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
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
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ConfigurationTest {

    private static final String SECOND = "smartum-massage";

    @Inject
    private BundleContext context;

    private Shop shop;

    @Configuration
    public Option[] shipped() {
        return Shipped.till();
    }

    @Before
    public void open() {
        shop = Shop.opened(context);
    }

    @After
    public void forget() {
        shop.forget();
    }

    @Test
    public void aConfiguration_bringsMethodFilterAndSelfTest() {
        assertEquals(List.of(0, 0, 0), services(Shop.METHOD));

        shop.configure(shop.settings());

        shop.isOffered(Shop.METHOD);
        assertEquals(List.of(1, 1, 1), services(Shop.METHOD));
        assertTrue(shop.method(Shop.METHOD).filtered());
        List<Finding> found = Shop.ok(shop.setup().test(Shop.ADMIN, Shop.METHOD));
        assertFalse("the self test looked at nothing", found.isEmpty());
        assertEquals(List.of(), found.stream().filter(Finding::isError).toList());
    }

    @Test
    public void brokenSettings_areNotStored() {
        Map<String, List<String>> broken = shop.settings();
        broken.put("smartumVenueId", List.of());

        assertFalse(shop.save(broken).stored());

        assertEquals(List.of(), shop.configurations());
    }

    @Test
    public void brokenSettingsThatCameAnotherWay_registerNothing_andTheFormSaysWhy() throws IOException {
        Hashtable<String, Object> broken = new Hashtable<>(Map.of("smartumUrl", "not an address"));
        shop.service(ConfigurationAdmin.class)
                .getFactoryConfiguration(Shop.PLUG_IN, "broken", "?")
                .update(broken);
        Eventually.holds("the component refused its settings", this::componentFailed);

        shop.configure(shop.settingsForMassage());

        shop.isOffered(SECOND);
        assertEquals("only the sound one is there", List.of(0, 0, 0), services(Shop.METHOD));
        SettingsForm.Configured shown = shop.configurations().stream()
                .filter(one -> one.id().equals("broken"))
                .findFirst()
                .orElseThrow();
        List<String> subjects = shown.findings().stream()
                .filter(Finding::isError)
                .map(Finding::subject)
                .toList();
        assertTrue("all at once: " + subjects, subjects.containsAll(List.of("smartumUrl", "smartumVenueId")));
    }

    @Test
    public void twoConfigurations_standSideBySide_andDeletingOneLeavesTheOther() {
        shop.configure(shop.settings());
        String second = shop.configure(shop.settingsForMassage());
        shop.isOffered(Shop.METHOD);
        shop.isOffered(SECOND);
        var first = shop.of(Shop.METHOD, PaymentMethod.class);

        shop.delete(second);

        Eventually.holds("the second is gone", () -> services(SECOND).equals(List.of(0, 0, 0)));
        assertEquals("the first is the same service as before", first, shop.of(Shop.METHOD, PaymentMethod.class));
        assertEquals(MethodView.State.AVAILABLE, shop.method(Shop.METHOD).state());
    }

    private List<Integer> services(String method) {
        return List.of(
                shop.of(method, PaymentMethod.class).size(),
                shop.of(method, ProductLabelFilter.class).size(),
                shop.of(method, SelfTest.class).size());
    }

    private boolean componentFailed() {
        ServiceComponentRuntime components = shop.service(ServiceComponentRuntime.class);
        return components.getComponentDescriptionDTOs(shop.bundle("io.kassa.smartum.plugin")).stream()
                .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
                .anyMatch(one -> one.state == ComponentConfigurationDTO.FAILED_ACTIVATION);
    }
}
