package io.kassa.pos.ledger.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.StoreRefusedException;
import io.kassa.pos.spi.settings.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LedgerSettingsTest {

    private static LedgerSettings read(Map<String, String> properties) {
        Map<String, String> environment = Map.of("DB_PASSWORD", "geheim");
        return LedgerSettings.read(
                name -> Optional.ofNullable(properties.get(name)), name -> Optional.ofNullable(environment.get(name)));
    }

    @Test
    void nothingSetIsAFileBesideTheTill() {
        assertThat(read(Map.of())).isEqualTo(new LedgerSettings(Path.of("data"), Optional.empty(), Optional.empty()));
        assertThat(read(Map.of("kassa.data", "/srv/till", "kassa.ledger.url", " ")))
                .isEqualTo(new LedgerSettings(Path.of("/srv/till"), Optional.empty(), Optional.empty()));
    }

    @Test
    void oneSettingMakesItAServer_andThePasswordIsReferredTo() {
        LedgerSettings settings = read(Map.of(
                "kassa.ledger.url", "jdbc:postgresql://db/shop?user=kassa",
                "kassa.ledger.password", "$[env:DB_PASSWORD]"));
        assertThat(settings.url()).contains("jdbc:postgresql://db/shop?user=kassa");
        assertThat(settings.password().map(Secret::reveal)).contains("geheim");
        assertThat(settings.toString()).doesNotContain("geheim");
    }

    @Test
    void aPasswordThatIsNoReference_orRefersToNothing_isRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> read(Map.of("kassa.ledger.password", "plain")))
                .isInstanceOf(StoreRefusedException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("plain"));
        assertThatThrownBy(() -> read(Map.of("kassa.ledger.password", "$[env:NOT_SET]")))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("NOT_SET");
    }
}
