package io.kassa.pos.host.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void sharesAddUpToTheCentAndNobodyGetsMoreThanTheirWeight() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            SortedMap<Integer, Money> weights = new TreeMap<>();
            long sum = 0;
            for (int i = 1; i <= 5; i++) {
                long weight = random.nextInt(1_000);
                sum += weight;
                weights.put(i, Money.euro(weight));
            }
            Money amount = Money.euro(sum == 0 ? 0 : random.nextLong(sum + 1));
            SortedMap<Integer, Money> shares = Shares.byLargestRemainder(amount, weights);
            assertThat(shares.values().stream().reduce(Money.euro(0), Money::plus))
                    .isEqualTo(amount);
            weights.forEach((key, weight) -> assertThat(shares.get(key)).isBetween(Money.euro(0), weight));
        }
    }

    @Test
    void aRefundOfALineNeverExceedsWhatIsOpenOfIt() {
        RefundPlan.Source wallet = new RefundPlan.Source(
                new AttemptId("a"), new TreeMap<>(Map.of(1, Money.euro(500), 0, Money.euro(100))));
        RefundPlan.Source cash =
                new RefundPlan.Source(new AttemptId("b"), new TreeMap<>(Map.of(1, Money.euro(250), 2, Money.euro(50))));
        List<RefundPlan.Source> sources = List.of(wallet, cash);
        List<RefundPlan.Part> parts = RefundPlan.of(sources, Map.of(1, Money.euro(300)));
        assertThat(parts).extracting(part -> part.amount(Money.EURO)).containsExactly(Money.euro(200), Money.euro(100));
        assertThat(RefundPlan.everything(sources))
                .extracting(part -> part.amount(Money.EURO))
                .containsExactly(Money.euro(600), Money.euro(300));
        assertThatThrownBy(() -> RefundPlan.of(sources, Map.of(1, Money.euro(751))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
