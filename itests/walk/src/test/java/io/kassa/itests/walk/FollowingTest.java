package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.LABEL;
import static io.kassa.itests.walk.SmartumSetup.LABEL_KEY;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** W4: a register page that is open follows whatever is configured within a second, without a reload. */
class FollowingTest {
    private static final String PLUG_IN = "io.kassa.smartum.plugin";
    private static final Duration PROMISED = Duration.ofSeconds(1);

    /** A machine that is busy may be late once; a page that asks every few seconds is late nearly always. */
    private static final int TRIES = 3;

    private static final Predicate<String> USABLE = says -> says.startsWith("true");
    private static final Predicate<String> UNUSABLE = says -> says.startsWith("false");
    private static final Predicate<String> NOT_THERE = Follower.NO_BUTTON::equals;

    @RegisterExtension
    static final Shop SHOP = Shop.readyWithConsole();

    private final Map<String, Duration> soonest = new LinkedHashMap<>();
    private Follower page;

    @Test
    void w4_anOpenRegisterPageFollowsEveryChangeWithinASecond() {
        Console console = new Console(SHOP.till());
        assertThat(console.statusWithoutLogin()).isEqualTo(401);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        register.awaitOffered(METHOD, true);
        page = Follower.of(register.window(), METHOD);
        SmartumSetup smartum = SmartumSetup.of(SHOP.admin(), SHOP.sandbox());
        for (int i = 0; i < TRIES; i++) {
            follows("disable", () -> smartum.enable(METHOD, false), NOT_THERE.or(UNUSABLE));
            follows("enable", () -> smartum.enable(METHOD, true), USABLE);
            follows("remove", () -> smartum.takeOff(Shop.FIRST, METHOD), NOT_THERE);
            follows("add", () -> smartum.addTo(Shop.FIRST, METHOD), USABLE);
            follows("a label that nothing here has", () -> smartum.change(LABEL_KEY, "hieronta"), UNUSABLE);
            follows("the label again", () -> smartum.change(LABEL_KEY, LABEL), USABLE);
            follows("stop the bundle", () -> console.stops(PLUG_IN), UNUSABLE);
            if (i == 0) {
                register.window().picture("w4-stopped");
            }
            follows("start the bundle", () -> console.starts(PLUG_IN), USABLE);
        }
        assertThat(page.stayed()).as("the page was not loaded anew").isTrue();
        assertThat(soonest)
                .hasSize(8)
                .allSatisfy((act, late) -> assertThat(late).as(act).isLessThan(PROMISED));
        register.cancels();
    }

    private void follows(String act, Runnable changes, Predicate<String> wanted) {
        soonest.merge(act, page.after(changes, wanted), (one, other) -> one.compareTo(other) < 0 ? one : other);
    }
}
