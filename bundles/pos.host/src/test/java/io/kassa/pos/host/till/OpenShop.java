package io.kassa.pos.host.till;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each of the tests has a shop of its own, which is closed after it. */
public abstract class OpenShop {

    @TempDir
    protected Path folder;

    protected Shop shop;

    @BeforeEach
    protected final void openShop() {
        shop = Shop.in(folder);
    }

    @AfterEach
    protected final void closeShop() {
        shop.close();
    }
}
