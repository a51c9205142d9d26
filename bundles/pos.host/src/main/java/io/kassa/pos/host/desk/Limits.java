package io.kassa.pos.host.desk;

import io.kassa.pos.spi.money.Money;
import java.time.Duration;

/**
 * What the shop allows.
 *
 * @param attestedPerSale the most that cashiers may vouch for in one sale
 * @param absence how long a command waits for a plug-in that is being replaced
 * @param demo whether the store was made by the demo
 */
public record Limits(Money attestedPerSale, Duration absence, boolean demo) {}
