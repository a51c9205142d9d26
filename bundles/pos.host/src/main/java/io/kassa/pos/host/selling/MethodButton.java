package io.kassa.pos.host.selling;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Message;

/**
 * A payment method as the register page offers it now.
 *
 * @param ready whether it can be pressed
 * @param eligible the most that it could pay of this sale now; zero when it can pay nothing
 * @param hint what stands on the button beside the name, such as "10.00 payable with Smartum", or why it is not ready
 * @param quick whether it pays the exact amount at one press
 * @param takesCodes whether its payments have a provider's reference, so that a code that was scanned unasked may be meant for it
 */
public record MethodButton(
        String id, Message name, boolean ready, Money eligible, Message hint, boolean quick, boolean takesCodes) {

    public MethodButton saying(boolean nowReady, Money nowEligible, Message because) {
        return new MethodButton(id, name, nowReady, nowEligible, because, quick, takesCodes);
    }
}
