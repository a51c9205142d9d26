package io.kassa.smartum.plugin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

/** As much of a framework's service registry as one component sees. */
final class Registry {
    final List<String> events = new ArrayList<>();
    final List<Registered> services = new ArrayList<>();
    private final Bundle bundle = proxy(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "getVersion" -> new Version(1, 2, 3);
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> 1;
        default -> throw new UnsupportedOperationException(method.getName());
    });

    record Registered(Class<?> type, Object service, Map<String, Object> properties) {}

    Object service(Class<?> type) {
        return services.stream()
                .filter(service -> service.type().equals(type))
                .findFirst()
                .orElseThrow()
                .service();
    }

    BundleContext context() {
        return proxy(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getProperty" -> null;
            case "getBundle" -> bundle;
            case "registerService" -> register((Class<?>) arguments[0], arguments[1], (Dictionary<?, ?>) arguments[2]);
            case "getServiceReferences" -> references((Class<?>) arguments[0], (String) arguments[1]);
            case "getService" -> ((ServiceReference<?>) arguments[0]).getProperty("itself");
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private ServiceRegistration<?> register(Class<?> type, Object service, Dictionary<?, ?> properties) {
        Map<String, Object> copy = Collections.list(properties.keys()).stream()
                .collect(Collectors.toMap(Object::toString, properties::get));
        Registered registered = new Registered(type, service, copy);
        services.add(registered);
        events.add("+" + type.getSimpleName());
        return proxy(ServiceRegistration.class, (proxy, method, arguments) -> {
            services.remove(registered);
            events.add("-" + type.getSimpleName());
            return null;
        });
    }

    private List<ServiceReference<?>> references(Class<?> type, String filter) {
        List<ServiceReference<?>> found = new ArrayList<>();
        services.stream()
                .filter(service -> service.type().equals(type))
                .filter(service -> filter.equals("(objectClass=*)")
                        || filter.equals(
                                "(payment.method.id=" + service.properties().get("payment.method.id") + ")"))
                .forEach(service -> found.add(
                        proxy(ServiceReference.class, (proxy, method, arguments) -> switch (method.getName()) {
                            case "getBundle" -> bundle;
                            case "getProperty" -> service.service();
                            default -> throw new UnsupportedOperationException(method.getName());
                        })));
        return found;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Registry.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
