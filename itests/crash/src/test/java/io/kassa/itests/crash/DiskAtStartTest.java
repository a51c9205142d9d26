package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The disk fails while a till starts: the till says so, and opens as soon as the disk works. */
class DiskAtStartTest {

    @TempDir
    Path folder;

    @BeforeEach
    void mustTrace() {
        Strace.must();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "READ_ONLY"})
    void saysWhatToDo_andOpensByItself(Fault fault) {
        try (Shop shop = new Shop(folder, Agent.jar(folder))) {
            Strace.Around disk = fault.around(shop.till(), folder.resolve("trace"), shop.files());
            shop.begins();
            shop.staysClosed("nothing can be sold");
            assertThat(shop.till().said("Tried again")).isTrue();
            disk.close();
            shop.reopens();
            shop.configures(List.of("R1"));
            shop.serve(Stories.story(0, fault.ordinal()), "R1");
            shop.kill();
            shop.agrees();
        }
    }
}
