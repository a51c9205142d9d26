package io.kassa.pos.serial.start;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A Configuration Admin that outlives the scanners, as a till's folder does. */
final class MemoryConfigurations {

    private final Map<String, Dictionary<String, ?>> stored = new TreeMap<>();

    ConfigurationAdmin admin() {
        return proxy(ConfigurationAdmin.class, (method, arguments) -> switch (method) {
            case "listConfigurations" ->
                stored.keySet().stream().map(this::configuration).toArray(Configuration[]::new);
            case "getFactoryConfiguration" -> configuration(arguments[0] + "~" + arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    @SuppressWarnings("unchecked") // what Configuration.update declares
    private Configuration configuration(String pid) {
        return proxy(Configuration.class, (method, arguments) -> switch (method) {
            case "getPid" -> pid;
            case "getProperties" -> stored.get(pid);
            case "update" -> stored.put(pid, (Dictionary<String, ?>) arguments[0]);
            case "delete" -> stored.remove(pid);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Call {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = call.answer(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
