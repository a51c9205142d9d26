package io.kassa.smartum.sandbox.api;

import io.kassa.smartum.sandbox.trouble.Target;
import java.time.Instant;
import java.util.List;

/**
 * A call that the API saw, for the panel and for tests that count.
 *
 * @param status of the answer, 0 when none was sent
 * @param key idempotency key, empty when there was none
 * @param troubles kinds of trouble that struck it
 */
public record Call(
        Instant at, Target target, String method, String path, int status, String key, List<String> troubles) {}
