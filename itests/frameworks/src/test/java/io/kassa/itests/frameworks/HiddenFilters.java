package io.kassa.itests.frameworks;

import io.kassa.pos.spi.product.ProductLabelFilter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/** One bundle sees no product label filters, as if those that come now had never come. */
final class HiddenFilters implements FindHook, EventListenerHook {

    private final Bundle blind;

    private ServiceRegistration<?> hook;

    private HiddenFilters(Bundle blind) {
        this.blind = blind;
    }

    static HiddenFilters from(Bundle blind, BundleContext context) {
        HiddenFilters hidden = new HiddenFilters(blind);
        String[] types = {FindHook.class.getName(), EventListenerHook.class.getName()};
        hidden.hook = context.registerService(types, hidden, null);
        return hidden;
    }

    /** Those that come from now on can be seen again. */
    void show() {
        hook.unregister();
    }

    @Override
    public void find(
            BundleContext looking,
            String name,
            String filter,
            boolean all,
            Collection<ServiceReference<?>> references) {
        if (looking.getBundle().equals(blind)) {
            references.removeIf(HiddenFilters::isFilter);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (isFilter(event.getServiceReference())) {
            List.copyOf(listeners.keySet()).stream()
                    .filter(listener -> listener.getBundle().equals(blind))
                    .forEach(listeners::remove);
        }
    }

    private static boolean isFilter(ServiceReference<?> reference) {
        String[] types = (String[]) reference.getProperty(Constants.OBJECTCLASS);
        return Arrays.asList(types).contains(ProductLabelFilter.class.getName());
    }
}
