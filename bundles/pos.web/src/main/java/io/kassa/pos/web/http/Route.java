package io.kassa.pos.web.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One endpoint.
 *
 * @param template such as {@code /api/registers/{register}}
 * @param input the record that the body is read as
 */
public record Route(String method, String template, Access access, Optional<Class<?>> input, Handler handler) {

    @FunctionalInterface
    public interface Handler {
        Reply handle(Call call) throws IOException, Refused;
    }

    @FunctionalInterface
    public interface InputHandler<T> {
        Reply handle(Call call, T input) throws IOException, Refused;
    }

    public static Route of(String method, String template, Access access, Handler handler) {
        return new Route(method, template, access, Optional.empty(), handler);
    }

    public static <T> Route of(String method, String template, Access access, Class<T> input, InputHandler<T> handler) {
        return new Route(method, template, access, Optional.of(input), call -> handler.handle(call, call.read(input)));
    }

    /** What is between the slashes of a path. */
    static String[] parts(String path) {
        return path.split("/", -1);
    }

    /** What stands for the names in the template, if the path is of its form. */
    Optional<Map<String, String>> match(String[] path) {
        // most routes are told apart by that, and each request is compared with all of them
        if (slashes(template) != path.length - 1) {
            return Optional.empty();
        }
        String[] wanted = parts(template);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !path[i].isEmpty()) {
                values.put(wanted[i].substring(1, wanted[i].length() - 1), path[i]);
            } else if (!wanted[i].equals(path[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static int slashes(String path) {
        int slashes = 0;
        for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
            slashes++;
        }
        return slashes;
    }
}
