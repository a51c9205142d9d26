package io.kassa.smartum.core.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A sign of life.
 *
 * @param ids the venues that were listed; the list need not be complete
 * @param time the provider's clock, to the second
 */
public record Venues(Set<String> ids, Optional<Instant> time) {}
