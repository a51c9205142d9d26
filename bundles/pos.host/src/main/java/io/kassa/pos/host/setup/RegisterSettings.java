package io.kassa.pos.host.setup;

import java.util.List;

/** A register, and the ids of the methods that were added to it, each once, in the order of its buttons. */
public record RegisterSettings(String id, String name, List<String> methods) {

    public RegisterSettings {
        methods = methods.stream().distinct().toList();
    }
}
