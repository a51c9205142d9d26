package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a customer holds up the code, from the first frame that shows it to the till's answer. Told, not judged. */
class CameraPaceTest {
    private static final int PAYMENTS = 20;

    /** The page says with each frame since when a code is in view; the answer comes that much later. */
    private static final String STOPWATCH = """
            const send = window.fetch;
            window.paces = [];
            window.fetch = async (path, request) => {
              const sent = performance.now();
              const answer = await send(path, request);
              if (String(path).includes('/picture') && answer.ok && (await answer.clone().json()).found) {
                paces.push(Number(request.headers['X-In-View-Millis']) + performance.now() - sent);
              }
              return answer;
            };
            """;

    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void aCodeInViewIsAnswered() {
        RegisterPage register = SHOP.register(Shop.FIRST);
        SHOP.window().runs(STOPWATCH);
        for (int i = 0; i < PAYMENTS; i++) {
            SHOP.camera().seesNothing();
            Modal modal = register.sells(GYM).pays(METHOD).awaitCamera();
            SHOP.camera().sees(SHOP.sandbox().pays(1000).picture());
            modal.awaitClosed();
            register.awaitLeft(0);
            register.completes();
            register.nextSale();
        }
        int[] millis = Arrays.stream(SHOP.window()
                        .runs("return paces.map(Math.round).join()")
                        .split(","))
                .mapToInt(Integer::parseInt)
                .sorted()
                .toArray();
        System.out.printf(
                "code in view to answer, %d payments: p50 %d ms, p95 %d ms%n",
                millis.length, millis[millis.length / 2], millis[millis.length * 95 / 100]);
        assertThat(millis).hasSize(PAYMENTS);
    }
}
