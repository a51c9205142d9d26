package io.kassa.pos.ledger.start;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** As much of a framework as a component sees that registers services by itself. */
final class FakeFramework {

    private final Map<String, String> properties;
    private final Map<String, Object> services = new ConcurrentHashMap<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    FakeFramework(Map<String, String> properties) {
        this.properties = properties;
    }

    BundleContext context() {
        return fake(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getProperty" -> properties.get((String) arguments[0]);
            case "registerService" -> register(names(arguments[0]), arguments[1]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static String[] names(Object types) {
        return types instanceof Class<?> type ? new String[] {type.getName()} : (String[]) types;
    }

    private ServiceRegistration<?> register(String[] names, Object service) {
        events.add("+" + simple(names[0]));
        for (String name : names) {
            services.put(name, service);
        }
        return fake(ServiceRegistration.class, (proxy, method, arguments) -> {
            events.add("-" + simple(names[0]));
            for (String name : names) {
                services.remove(name);
            }
            return null;
        });
    }

    Map<String, Object> services() {
        return services;
    }

    /** What was registered (+) and unregistered (-), in order. */
    List<String> events() {
        return events;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
