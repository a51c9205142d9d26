package io.kassa.pos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.deploy.artefact.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartnerGuideTest {

    private static final Path GUIDE =
            Path.of("").toAbsolutePath().getParent().getParent().resolve("docs/partner-guide.md");

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyRefusalIsExplainedToPartners(Fault fault) throws IOException {
        String code = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(Files.readString(GUIDE).lines().filter(line -> line.startsWith("| `")))
                .anyMatch(line -> line.contains("`" + code + "`"));
    }
}
