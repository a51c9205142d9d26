package io.kassa.pos.deploy.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTextTest {

    @Test
    void everyKindOfSettingComesBackAsItWas() throws Exception {
        Map<String, Map<String, Object>> settings = Map.of(
                "smartum~one",
                Map.ofEntries(
                        Map.entry("text", "-----BEGIN KEY-----\nåäö = : # \u001f %20+\n"),
                        Map.entry("blank", ""),
                        Map.entry("int", 7),
                        Map.entry("long", 1L << 40),
                        Map.entry("short", (short) 3),
                        Map.entry("byte", (byte) -1),
                        Map.entry("char", ' '),
                        Map.entry("yes", true),
                        Map.entry("double", 0.1),
                        Map.entry("float", 0.5f),
                        Map.entry("texts", new String[] {"a b", ""}),
                        Map.entry("none", new String[0]),
                        Map.entry("ints", new int[] {1, 2}),
                        Map.entry("longs", new Long[] {3L}),
                        Map.entry("list", new ArrayList<>(List.of("x", "y")))),
                "smartum~none",
                Map.of());

        Map<String, Map<String, Object>> read = SettingsText.read(SettingsText.write(settings));

        assertThat(read).usingRecursiveComparison().isEqualTo(settings);
        assertThat(read.get("smartum~one").get("ints")).isInstanceOf(int[].class);
        assertThat(read.get("smartum~one").get("short")).isInstanceOf(Short.class);
    }
}
