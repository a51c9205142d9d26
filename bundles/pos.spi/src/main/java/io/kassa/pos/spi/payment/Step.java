package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * What the host asks a person next, as data; the host draws it. A {@code name} is stable within a plug-in: stored answers are
 * replayed only to a step of the same kind and name.
 */
public sealed interface Step {

    String name();

    Message title();

    <R> R render(Renderer<R> renderer);

    /** One method a variant, so that a new variant is a compile error for hosts. */
    interface Renderer<R> {
        R scanCode(ScanCode step);

        R enterAmount(EnterAmount step);

        R enterText(EnterText step);

        R confirm(Confirm step);
    }

    /** Read a code with a camera or a scanner. */
    record ScanCode(String name, Message title, Message help) implements Step {
        @Override
        public <R> R render(Renderer<R> renderer) {
            return renderer.scanCode(this);
        }
    }

    /**
     * Enter an amount above zero.
     *
     * @param suggested what stands in the field at first
     */
    record EnterAmount(String name, Message title, Message help, Optional<Money> suggested) implements Step {
        @Override
        public <R> R render(Renderer<R> renderer) {
            return renderer.enterAmount(this);
        }
    }

    /**
     * Enter a short text, such as a transaction id.
     *
     * @param example how such a text looks
     * @param maxLength the most characters a host lets through
     */
    record EnterText(String name, Message title, Message help, String example, int maxLength) implements Step {
        @Override
        public <R> R render(Renderer<R> renderer) {
            return renderer.enterText(this);
        }
    }

    /**
     * Say yes, or cancel.
     *
     * @param lines what is confirmed, a line each
     * @param confirm the label of the button that says yes
     */
    record Confirm(String name, Message title, List<Message> lines, Message confirm) implements Step {
        public Confirm {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R render(Renderer<R> renderer) {
            return renderer.confirm(this);
        }
    }
}
