package io.kassa.smartum.core.api;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the shop identifies itself.
 *
 * @param clientId the authorization client id
 * @param secret asked at the moment of use and never kept; empty if the reference to it cannot be resolved now
 */
public record Credentials(String clientId, Supplier<Optional<Secret>> secret) {
    @Override
    public String toString() {
        return "Credentials[" + clientId + ", ***]";
    }
}
