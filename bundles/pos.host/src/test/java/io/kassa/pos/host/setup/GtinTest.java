package io.kassa.pos.host.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    /** The examples of the GS1 General Specifications, and numbers with and without zeros before them. */
    @ParameterizedTest
    @CsvSource({
        "6291041500213, 6291041500213",
        "96385074, 96385074",
        "036000291452, 0036000291452",
        "0036000291452, 0036000291452",
        "00036000291452, 0036000291452",
        "00000096385074, 96385074",
        "10614141000415, 10614141000415"
    })
    void aNumberHasOneSpelling(String scanned, String number) {
        assertThat(Gtin.of(scanned)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6291041500214",
                "96385075",
                "",
                "12345",
                "123456789",
                "62910415002130",
                "629104150021x",
                "٦٢٩١٠٤١٥٠٠٢١٣"
            })
    void anythingElseIsNone(String scanned) {
        assertThat(Gtin.of(scanned)).isEmpty();
    }
}
