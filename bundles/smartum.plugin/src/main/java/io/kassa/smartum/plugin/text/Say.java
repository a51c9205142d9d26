package io.kassa.smartum.plugin.text;

import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import io.kassa.pos.spi.text.Texts;
import io.kassa.smartum.core.refund.RefundWindow;

/** Everything that this plug-in says to people, in every shipped language. */
public final class Say {
    private final Texts texts = Texts.beside(Say.class, "texts", RefundWindow.FINLAND);

    public Message message(String code, Object... arguments) {
        return texts.message(code, arguments);
    }

    /** What happened, where the money is, what to do now; the three share their arguments. */
    public Guidance because(Reason reason, Object... arguments) {
        return new Guidance(
                message(reason.happened(), arguments),
                message(reason.money(), arguments),
                message(reason.next(), arguments));
    }

    /** Every code there is, for a test that none is left unused. */
    public Iterable<String> codes() {
        return texts.codes();
    }
}
