package io.kassa.itests.crash.agent;

import java.util.Optional;

/** A fault that is put into the till on purpose, to see that the checks notice it: one text in one class becomes another. */
record Mutation(String type, String text, String instead) {

    static Optional<Mutation> wanted() {
        return Optional.ofNullable(System.getProperty("crash.mutation.class"))
                .map(type -> new Mutation(
                        type.replace('.', '/'),
                        System.getProperty("crash.mutation.text"),
                        System.getProperty("crash.mutation.instead")));
    }
}
