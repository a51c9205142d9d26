package io.kassa.pos.host.start;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.SpareBooks;
import java.util.Optional;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the till on the books and registers it last: a visible service works. */
@Component(
        service = {},
        immediate = true)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.common.Changes\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.selling.Selling\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.outcomes.Backlog\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.health.Health\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.receipts.Receipts\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.setup.Setup\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.people.People\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.people.Pairings\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.people.Logins\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.common.ShopInfo\"")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.kassa.pos.spi.settings.SecretSource\"")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.kassa.pos.spi.payment.PaymentMethod\"")
public final class HostComponent {

    private static final Logger LOG = LoggerFactory.getLogger(HostComponent.class);

    private final Optional<Host> host;

    @Activate
    public HostComponent(
            BundleContext context,
            @Reference Books books,
            @Reference Claims claims,
            @Reference Audit audit,
            @Reference ConfigurationAdmin configurations,
            @Reference MetaTypeService metatypes,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) SpareBooks spares) {
        HostSettings settings = HostSettings.read(context::getProperty);
        Store store = new Store(books);
        if (!store.isNew() && store.isDemo() != settings.demo()) {
            LOG.error(
                    store.isDemo()
                            ? "The till is not opened: the demo made this store, and its people's secrets are known to everybody."
                                    + " Start a shop in a folder and a database of its own."
                            : "The till is not opened: this store belongs to a shop. Start the demo in a folder and a database of its own.");
            host = Optional.empty();
            if (settings.alone()) {
                end(context);
            }
        } else {
            Host opened = new Host(context, settings, store, books, claims, audit);
            opened.open(new AdminConfigurations(configurations), metatypes);
            Optional.ofNullable(spares).ifPresent(opened::rehearse);
            host = Optional.of(opened);
        }
    }

    private static void end(BundleContext context) {
        try {
            context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
        } catch (BundleException e) {
            LOG.error("The framework cannot be stopped", e);
        }
    }

    @Deactivate
    void stop() {
        host.ifPresent(Host::close);
    }
}
