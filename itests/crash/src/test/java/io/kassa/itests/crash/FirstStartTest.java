package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that is made, or set up, while the power fails is made and set up at the next start. */
class FirstStartTest {

    private static final long SEED = 11;
    private static final int KILLS_FOR_ONE_CUT = 20;
    private static final Duration TO_START = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final int most = Math.max(2, Integer.getInteger("crash.kills", 60) / KILLS_FOR_ONE_CUT);

    @Test
    void theFirstStartIsCutOffAndTheShopOpensAtTheNext() {
        Path agent = Agent.jar(folder);
        for (Kill kill : some(commitsOfTheFirstStart(agent))) {
            Path shop = folder.resolve(kill.toString().replace(' ', '-'));
            Till cut = new Till(shop.resolve("till"), List.of("-Dcrash.arm=" + kill.when() + " " + kill.number()));
            cut.atStep(cut::kill);
            try {
                cut.start(agent, 0);
                // it has yet to come up to that commit
                cut.awaitEnd(TO_START);
            } finally {
                cut.kill();
            }
            sells(shop, agent, kill);
        }
    }

    @Test
    void theSettingsAreCutOffAndAreSavedAgain() {
        Path agent = Agent.jar(folder);
        try (Lane lane = Lane.onFile(folder, agent, SEED, List.of())) {
            int commits = lane.walkThroughSettings().commits();
            for (Kill kill : some(commits)) {
                lane.configure(kill);
                lane.serve(Stories.story(0, kill.toString().hashCode()));
            }
            lane.finish();
            assertThat(lane.kills()).isGreaterThan(Math.min(most, commits));
        }
    }

    private int commitsOfTheFirstStart(Path agent) {
        Till whole = new Till(folder.resolve("whole"), List.of());
        try {
            whole.start(agent, 0);
            TillApi api = new TillApi(whole.root());
            for (int tries = 0; !api.isOpen() && tries < 1500; tries++) {
                Java.pause(20);
            }
            return whole.commits();
        } finally {
            whole.kill();
            whole.awaitEnd();
        }
    }

    private static void sells(Path shop, Path agent, Kill kill) {
        try (Lane lane = Lane.onFile(shop, agent, SEED, List.of())) {
            lane.serve(Stories.story(0, SEED));
            lane.finish();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("the first start cut " + kill + ": " + e.getMessage(), e);
        }
    }

    private List<Kill> some(int commits) {
        List<Kill> all = new ArrayList<>();
        for (int n = 1; n <= commits; n++) {
            all.add(Kill.commit("before", n));
            all.add(Kill.commit("after", n));
        }
        long seed = Campaign.seed();
        System.out.println("first start: seed " + seed + " (again: -Dcrash.seed=" + seed + ")");
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(most, all.size()));
    }
}
