package io.kassa.pos.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudoTerminalTest {

    @Test
    void aPortThatNeverComesIsSaidAndNoFileTakesItsPlace(@TempDir Path folder) {
        assumeTrue(PseudoTerminal.isThere(), "socat makes the pseudo-terminal; .ci/run installs it");
        Path port = folder.resolve("gone/port");

        assertThatThrownBy(() -> new PseudoTerminal(port)).hasMessageContaining("There is no port");
        assertThat(port).doesNotExist();
    }
}
