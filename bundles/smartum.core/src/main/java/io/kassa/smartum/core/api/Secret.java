package io.kassa.smartum.core.api;

/** A text that prints as three asterisks wherever it goes. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The text itself; only for the request that needs it. */
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
