package io.kassa.pos.web.api;

import io.kassa.pos.host.common.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a demo tells everybody, and a shop nobody.
 *
 * @param on whether this is a demo
 * @param logins how to log in
 * @param sandbox where the provider's stand-in is
 */
public record Demo(boolean on, List<DemoLogin> logins, Optional<String> sandbox) {

    /** @param secret the password of an admin, the PIN of a cashier */
    public record DemoLogin(String name, Role role, String secret) {}

    /**
     * Reads the framework properties {@code kassa.demo} (true or not), {@code kassa.demo.sandbox} (a URL) and {@code
     * kassa.demo.logins} (NAME:ROLE:SECRET, with commas between them).
     */
    public static Demo of(Function<String, Optional<String>> properties) {
        boolean on = properties.apply("kassa.demo").filter("true"::equals).isPresent();
        if (!on) {
            return new Demo(false, List.of(), Optional.empty());
        }
        List<DemoLogin> logins = properties.apply("kassa.demo.logins").stream()
                .flatMap(all -> Arrays.stream(all.split(",")))
                .map(login -> login.strip().split(":", 3))
                .filter(parts -> parts.length == 3)
                .map(parts -> new DemoLogin(parts[0], Role.valueOf(parts[1]), parts[2]))
                .toList();
        return new Demo(true, logins, properties.apply("kassa.demo.sandbox"));
    }
}
