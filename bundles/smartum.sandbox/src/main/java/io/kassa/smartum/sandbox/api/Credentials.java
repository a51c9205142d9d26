package io.kassa.smartum.sandbox.api;

/** What an API client proves itself with. */
public record Credentials(String clientId, String clientSecret) {
    @Override
    public String toString() {
        return "Credentials[" + clientId + ", ***]";
    }
}
