package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The till is killed anywhere, and neither it nor the provider has a cent too many or too few afterwards. */
class CrashTest {

    /** So many that each step is cut, with a third left for random moments. */
    private static final int SOAK = 1_000;

    @TempDir
    Path folder;

    @Test
    void noCentIsLostOrCountedTwiceWhereverTheTillIsKilled() {
        int kills = Integer.getInteger("crash.kills", 80);

        Campaign done = Campaign.of("crash", kills).on(folder, Lane::onFile);

        assertThat(done.kills()).isGreaterThanOrEqualTo(kills);
        if (kills >= SOAK) {
            assertThat(done.missed())
                    .as("named steps at which nothing was killed")
                    .isEmpty();
        }
    }
}
